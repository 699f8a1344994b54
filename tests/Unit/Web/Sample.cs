using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Web.Storage;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using HeiChartViewer.Web.Storage;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web;

/// <summary>Values that many tests need and none is about.</summary>
internal static class Sample
{
    public const string PatientId = "a2f6a16d-1331-4ccc-8f70-6c4d953ba70b";
    public const string Partition = "877307a0-b5f5-4a01-9d4b-9fead6bcf788";

    /// <summary>A tenant with what stands where nothing is configured.</summary>
    public static readonly ViewerTenant Tenant = new()
    {
        Name = TenantSections.Default,
        Mnemonic = "sandbox",
        PopulationId = "1424e81d-8cea-4d6b-b140-d6630b684a58",
    };

    public static ChartSession Session(
        DateTimeOffset? openedAt = null,
        TimeSpan? lifetime = null,
        string patientId = PatientId,
        ChartMode mode = ChartMode.Chart,
        string userId = "user-1",
        ViewerTenant? tenant = null
    )
    {
        var opened = openedAt ?? new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
        return new ChartSession
        {
            Id = SessionId.New(),
            User = new ChartUser(userId, "Dr A. Berg")
            {
                Roles = [mode is ChartMode.Coordinator ? Roles.Coordinator : Roles.Clinician],
                Organisation = "https://ehr.example.org",
                PurposeOfUse = "TREAT",
            },
            RemoteAddress = "192.0.2.7",
            Population = (tenant ?? Tenant).Population,
            Source = new SourceIdentifier(Partition, "151579"),
            PatientId = patientId,
            Mode = mode,
            Host = HostContext.None,
            OpenedAt = opened,
            ExpiresAt = opened + (lifetime ?? TimeSpan.FromHours(12)),
            CorrelationId = "0123456789abcdef",
        };
    }

    /// <summary>Sessions with the limits that stand where none are configured, some of them open.</summary>
    public static ChartSessions Sessions(TimeProvider clock, params ChartSession[] open)
    {
        var sessions = new ChartSessions(clock);
        foreach (var session in open)
            sessions.Add(session);
        return sessions;
    }

    /// <summary>What tells other processes whose sessions end, where there are none.</summary>
    public static UserEnds NobodyToTell(TimeProvider clock)
    {
        var store = new SqliteStore("never-opened.db");
        return new UserEnds(new ContextsOf(store), store, clock);
    }

    /// <summary>Glass before some sections, which a clinician may break; before none, nothing is withheld.</summary>
    public static BreakGlass Glass(ChartSessions sessions, params ChartView[] withheld) =>
        new(
            Options.Create(
                new BreakGlassOptions
                {
                    Withheld = [.. withheld.Select(view => view.Slug)],
                    Roles = [Roles.Clinician],
                }
            ),
            sessions,
            new ViewerMode(null)
        );

    /// <summary>A client that is never asked.</summary>
    public static HealtheIntentClient Client() =>
        HealtheIntentClient.Create(
            new()
            {
                Tenant = "sandbox",
                BaseAddress = new Uri("http://localhost:1/"),
                PopulationId = "population",
                Credential = new() { BearerToken = "token" },
            }
        );

    /// <summary>The client of a tenant, <see cref="Tenant"/> where none is given; where no client is, one that is never asked.</summary>
    public static TenantClients Clients(
        HealtheIntentClient? client = null,
        ViewerTenant? tenant = null
    ) =>
        new(
            new Dictionary<ViewerTenant, HealtheIntentClient>
            {
                [tenant ?? Tenant] = client ?? Client(),
            }
        );

    /// <summary>Tenants of which <see cref="Tenant"/> is the only one.</summary>
    public static ViewerTenants Tenants { get; } = new([Tenant]);

    /// <summary>What the configuration says of a tenant with these data partitions.</summary>
    public static TenantSections Sections(params string[] partitions) =>
        new(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    partitions.Select(
                        (id, i) => KeyValuePair.Create($"Viewer:DataPartitions:{i}:Id", (string?)id)
                    )
                )
                .Build()
        );

    public static CodeableConcept Text(string text) => new() { Text = text };

    public static CodeableConcept Code(string system, string code, string? display = null) =>
        new() { Codings = [new Coding(system, code, display)] };
}
