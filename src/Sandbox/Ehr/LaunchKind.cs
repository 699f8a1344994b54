namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>How the EHR opens the viewer.</summary>
internal static class LaunchKind
{
    public const string Plain = "plain";
    public const string Smart = "smart";
    public const string Signed = "signed";
    public const string SignedPost = "signed-post";

    public static readonly IReadOnlyList<(string Name, string Text)> All =
    [
        (Plain, "Plain parameters"),
        (Smart, "SMART EHR launch"),
        (Signed, "Signed launch, link"),
        (SignedPost, "Signed launch, form"),
    ];

    /// <summary>The name asked for, or the first.</summary>
    public static string Known(string? name) => All.Any(kind => kind.Name == name) ? name! : Plain;
}
