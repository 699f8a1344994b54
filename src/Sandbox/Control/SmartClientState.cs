namespace HeiChartViewer.Sandbox.Control;

/// <summary>An app as the control tells of it.</summary>
internal sealed record SmartClientState(
    string Id,
    string Kind,
    string? Secret,
    IReadOnlyList<string> RedirectUris
);
