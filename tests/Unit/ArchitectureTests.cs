using System.Reflection;
using System.Text.RegularExpressions;
using HealtheIntent.Client;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart.Documents;
using HeiChartViewer.Web.Launch;
using Microsoft.AspNetCore.Components;

namespace HeiChartViewer.Tests.Unit;

/// <summary>The arrows between the projects, and what the source may not hold.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Assembly Web = typeof(HeiChartViewer.Web.Program).Assembly;
    private static readonly Assembly Sandbox = typeof(HeiChartViewer.Sandbox.Program).Assembly;
    private static readonly Assembly Client =
        typeof(HealtheIntent.Client.HealtheIntentClient).Assembly;
    private static readonly Assembly Flux = typeof(HeiChartViewer.Flux.IStore).Assembly;

    [Fact]
    public void Client_flux_and_sandbox_know_nothing_of_ours()
    {
        Assert.Empty(OursReferencedBy(Client));
        Assert.Empty(OursReferencedBy(Flux));
        Assert.Empty(OursReferencedBy(Sandbox));
    }

    [Fact]
    public void Only_the_hosting_of_the_web_app_knows_the_sandbox()
    {
        var users = Directory
            .EnumerateFiles(Path.Combine(Root, "src", "Web"), "*", SearchOption.AllDirectories)
            .Where(file =>
                file.EndsWith(".cs", StringComparison.Ordinal)
                || file.EndsWith(".razor", StringComparison.Ordinal)
            )
            .Where(file =>
                File.ReadAllText(file).Contains("HeiChartViewer.Sandbox", StringComparison.Ordinal)
            )
            .Select(file =>
                Path.GetRelativePath(Path.Combine(Root, "src", "Web"), file).Replace('\\', '/')
            );

        Assert.All(users, file => Assert.StartsWith("Hosting/", file, StringComparison.Ordinal));
    }

    [Fact]
    public void Control_41_Components_send_no_requests_and_read_no_http_context() =>
        Assert.Empty(ComponentReach.Offenders(Web.GetTypes()));

    [Theory]
    [InlineData(typeof(HoldsInProperty))]
    [InlineData(typeof(HoldsInField))]
    [InlineData(typeof(IsConstructedWith))]
    [InlineData(typeof(HoldsWhatAsks))]
    [InlineData(typeof(HoldsWhatReads))]
    [InlineData(typeof(InheritsIt))]
    public void Control_41_A_component_that_could_ask_past_the_store_is_found(Type component) =>
        Assert.NotEmpty(ComponentReach.Offenders([component]));

    [Fact]
    public void Control_60_Every_action_that_the_audit_log_knows_is_written_by_the_app()
    {
        var source = Directory
            .EnumerateFiles(Path.Combine(Root, "src", "Web"), "*", SearchOption.AllDirectories)
            .Where(file =>
                Path.GetExtension(file) is ".cs" or ".razor"
                && Path.GetFileName(file) != "AuditAction.cs"
                && !file.Contains(Path.Combine("Audit", "Export"), StringComparison.Ordinal)
            )
            .Select(File.ReadAllText)
            .ToList();

        Assert.All(
            Enum.GetNames<AuditAction>(),
            action =>
                Assert.Contains(
                    source,
                    text =>
                        text.Contains($"{nameof(AuditAction)}.{action}", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Control_43_Nothing_is_rendered_before_there_is_a_circuit()
    {
        var modes = Directory
            .EnumerateFiles(
                Path.Combine(Root, "src", "Web"),
                "*.razor",
                SearchOption.AllDirectories
            )
            .SelectMany(File.ReadLines)
            .Where(line => line.Contains("@rendermode", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(modes);
        Assert.All(
            modes,
            line =>
                Assert.Contains(
                    "new InteractiveServerRenderMode(prerender: false)",
                    line,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Control_41_Nothing_static_can_change()
    {
        var changeable =
            from type in Web.GetTypes().Concat(Flux.GetTypes()).Concat(Client.GetTypes())
            where
                type.Namespace?.StartsWith("He", StringComparison.Ordinal) == true
                && !type.Name.Contains('<', StringComparison.Ordinal)
            from field in type.GetFields(
                BindingFlags.Static
                    | BindingFlags.Public
                    | BindingFlags.NonPublic
                    | BindingFlags.DeclaredOnly
            )
            where
                !field.IsInitOnly
                && !field.IsLiteral
                && !field.Name.Contains("__", StringComparison.Ordinal)
                && !IsGenerated(field)
            select $"{type.FullName}.{field.Name}";

        Assert.Empty(changeable);
    }

    [Fact]
    public void Text_of_a_record_is_never_raw_markup()
    {
        var offenders = Directory
            .EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Where(file =>
                file.EndsWith(".cs", StringComparison.Ordinal)
                || file.EndsWith(".razor", StringComparison.Ordinal)
            )
            .Where(file => RawMarkup().IsMatch(File.ReadAllText(file)));

        Assert.Empty(offenders);
    }

    private static string Root =>
        typeof(ArchitectureTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot")
            .Value!;

    private static IEnumerable<string> OursReferencedBy(Assembly assembly) =>
        assembly
            .GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name =>
                name.StartsWith("HeiChartViewer", StringComparison.Ordinal)
                || name.StartsWith("HealtheIntent", StringComparison.Ordinal)
            );

    private static bool IsGenerated(FieldInfo field) =>
        field.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>()
            is not null
        || field.DeclaringType!.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>()
            is not null
        || typeof(System.Text.Json.Serialization.JsonSerializerContext).IsAssignableFrom(
            field.DeclaringType
        );

    [GeneratedRegex(@"\bMarkupString\b|AddMarkupContent|innerHTML", RegexOptions.CultureInvariant)]
    private static partial Regex RawMarkup();

    private class HoldsInProperty : ComponentBase
    {
        [Inject]
        private HealtheIntentClient Client { get; set; } = default!;
    }

    private sealed class InheritsIt : HoldsInProperty;

    private sealed class HoldsInField : ComponentBase
    {
        private IAuditLog? _log;

        protected override void OnInitialized() => _log ??= new Web.AuditList();
    }

    private sealed class IsConstructedWith(HttpClient http) : ComponentBase
    {
        public override string ToString() => $"{http}";
    }

    private sealed class HoldsWhatAsks : ComponentBase
    {
        [Inject]
        private PatientResolver Resolver { get; set; } = default!;
    }

    private sealed class HoldsWhatReads : ComponentBase
    {
        [Inject]
        private DocumentReading Reading { get; set; } = default!;
    }
}
