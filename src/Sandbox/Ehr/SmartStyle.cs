namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>The looks of the EHR, for apps that want to match (<c>smart_style_url</c>).</summary>
internal static class SmartStyle
{
    public static readonly IReadOnlyDictionary<string, string> Values = new Dictionary<
        string,
        string
    >
    {
        ["color_background"] = "#eef1ee",
        ["color_error"] = "#a3261b",
        ["color_highlight"] = "#1c5a3c",
        ["color_modal_backdrop"] = "#1d2720",
        ["color_success"] = "#1c5a3c",
        ["color_text"] = "#1d2720",
        ["dim_border_radius"] = "4px",
        ["dim_font_size"] = "13px",
        ["dim_spacing_size"] = "8px",
        ["font_family_body"] = "'Segoe UI', 'Noto Sans', system-ui, sans-serif",
        ["font_family_heading"] = "'Segoe UI', 'Noto Sans', system-ui, sans-serif",
    };
}
