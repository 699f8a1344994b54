namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>The sandbox attribute of the frame, as EHRs are seen to set it.</summary>
internal static class FrameSandbox
{
    public static readonly IReadOnlyList<(string Name, string Text, string? Attribute)> All =
    [
        ("none", "no sandbox attribute", null),
        (
            "athena",
            "athena-like",
            "allow-forms allow-modals allow-pointer-lock allow-popups allow-popups-to-escape-sandbox "
                + "allow-same-origin allow-scripts allow-downloads"
        ),
        ("strict", "strict", "allow-forms allow-same-origin allow-scripts"),
    ];

    /// <summary>The name asked for, or the first.</summary>
    public static string Known(string? name) =>
        All.Any(frame => frame.Name == name) ? name! : All[0].Name;

    public static string? Attribute(string name) =>
        All.First(frame => frame.Name == name).Attribute;
}
