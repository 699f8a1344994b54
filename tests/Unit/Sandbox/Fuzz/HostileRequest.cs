namespace HeiChartViewer.Tests.Unit.Sandbox.Fuzz;

/// <summary>A request that no honest client sends.</summary>
internal sealed record HostileRequest(
    string Method,
    string Template,
    string Path,
    string Query,
    IReadOnlyList<(string Name, string Value)> Headers,
    string? Body
)
{
    public override string ToString() => $"{Method} {Path}{Query}";
}
