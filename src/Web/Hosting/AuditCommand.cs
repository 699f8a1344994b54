using System.Globalization;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Audit.Export;
using HeiChartViewer.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HeiChartViewer.Web.Hosting;

/// <summary>
/// The command <c>audit</c>: checks that nobody has changed the log, or hands it over. It only reads, and may run beside
/// the viewer.
/// </summary>
internal static class AuditCommand
{
    /// <summary>The word on the command line.</summary>
    public const string Verb = "audit";

    private const string Usage = """
        audit verify                 checks the chain of hashes
          --Witness NUMBER:HASH      an end of the log that was noted elsewhere, such as in the application log
        audit export                 writes one FHIR AuditEvent on each line
          --To FILE                  to a file; without it, to standard output
          --From DATE --Until DATE   entries of these days, as 2026-11-23, in UTC
        The log is the one of the configuration, or --Viewer:AuditDatabase FILE, or --Viewer:AuditServer CONNECTION.
        """;

    /// <summary>Runs it.</summary>
    /// <returns>0; 1 where the log was changed; 64 where the command is not one.</returns>
    /// <exception cref="ConfigurationException">There is no log at that place.</exception>
    public static async Task<int> RunAsync(
        string[] args,
        TextWriter console,
        CancellationToken cancellation
    )
    {
        var what = args.FirstOrDefault();
        var configuration = new ConfigurationBuilder()
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. args.Skip(1)])
            .Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddAudit(AuditPlace.Of(configuration, new ViewerMode(null)))
            .AddSingleton<AuditExport>()
            .BuildServiceProvider();
        await RequireLogAsync(services, cancellation);
        switch (what)
        {
            case "verify":
                return await VerifyAsync(
                    services.GetRequiredService<AuditChain>(),
                    Witness(configuration["Witness"]),
                    console,
                    cancellation
                );
            case "export":
                return await ExportAsync(
                    services.GetRequiredService<AuditExport>(),
                    configuration,
                    cancellation
                );
            default:
                await console.WriteLineAsync(Usage);
                return 64;
        }
    }

    private static async Task<int> VerifyAsync(
        AuditChain chain,
        AuditHead? witness,
        TextWriter console,
        CancellationToken cancellation
    )
    {
        var found = await chain.VerifyAsync(witness, cancellation);
        if (found.Broken is { } broken)
        {
            await console.WriteLineAsync(
                $"The audit log was changed: entry {broken.Id} is {broken.Break}. The entries before it are as they were written."
            );
            return 1;
        }
        await console.WriteLineAsync(
            found.Head is { } head
                ? $"The audit log is as it was written. It ends at entry {head.Id} with hash {head.Hash}."
                : "The audit log is empty."
        );
        return 0;
    }

    private static async Task<int> ExportAsync(
        AuditExport export,
        IConfiguration configuration,
        CancellationToken cancellation
    )
    {
        await using var output = configuration["To"] is { Length: > 0 } file
            ? File.Create(file)
            : Console.OpenStandardOutput();
        await export.WriteAsync(
            Day("From", configuration),
            Day("Until", configuration),
            output,
            cancellation
        );
        return 0;
    }

    private static async Task RequireLogAsync(
        IServiceProvider services,
        CancellationToken cancellation
    )
    {
        await using var context = await services
            .GetRequiredService<IDbContextFactory<ViewerDbContext>>()
            .CreateDbContextAsync(cancellation);
        var store = services.GetRequiredService<ViewerStore>();
        if (!await store.ExistsAsync(context, cancellation))
            throw new ConfigurationException([$"There is no audit log at {store.Place}."]);
    }

    private static AuditHead? Witness(string? text)
    {
        if (text is null)
            return null;
        return
            text.Split(':') is [var number, var hash]
            && long.TryParse(number, CultureInfo.InvariantCulture, out var id)
            ? new AuditHead(id, hash)
            : throw new ConfigurationException(["Witness must be NUMBER:HASH."]);
    }

    private static DateTimeOffset? Day(string key, IConfiguration configuration)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            : throw new ConfigurationException([$"{key} must be a day such as 2026-11-23."]);
    }
}
