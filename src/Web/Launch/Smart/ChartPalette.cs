using System.Collections.Immutable;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>
/// The colours of the chart's light scheme by their names in the style sheet. One can be replaced only where all text
/// that it meets keeps a contrast of 4.5:1 (WCAG 2.2, 1.4.3); the colours that mean something clinical never are.
/// </summary>
internal sealed class ChartPalette
{
    public const string Background = "bg";
    public const string Ink = "ink";
    public const string Accent = "accent";

    private const double LeastContrast = 4.5;

    /// <summary>What is written on what; the text of a primary button is the surface's colour.</summary>
    private static readonly (string Text, string[] Grounds)[] Written =
    [
        (
            "ink",
            [
                "bg",
                "surface",
                "surface-2",
                "accent-soft",
                "warn-bg",
                "unknown-bg",
                "high-bg",
                "low-bg",
            ]
        ),
        ("ink-2", ["bg"]),
        ("ink-3", ["bg"]),
        ("accent", ["bg", "surface", "surface-2", "accent-soft"]),
        ("surface", ["accent"]),
        ("high", ["bg"]),
        ("low", ["bg"]),
        ("warn", ["bg"]),
        ("unknown", ["bg"]),
    ];

    private readonly ImmutableDictionary<string, string> _colours;

    private ChartPalette(ImmutableDictionary<string, string> colours) => _colours = colours;

    /// <summary>The chart's own, as <c>tokens.css</c> has them.</summary>
    public static ChartPalette Own { get; } =
        new(
            new Dictionary<string, string>
            {
                ["bg"] = "#f3f5f7",
                ["surface"] = "#ffffff",
                ["surface-2"] = "#fafbfc",
                ["ink"] = "#17212b",
                ["ink-2"] = "#4a5867",
                ["ink-3"] = "#5b6978",
                ["accent"] = "#0b5a83",
                ["accent-soft"] = "#e3f0f7",
                ["high"] = "#a3231b",
                ["high-bg"] = "#fdeceb",
                ["low"] = "#1b4aa0",
                ["low-bg"] = "#e9f0fd",
                ["warn"] = "#7a4d00",
                ["warn-bg"] = "#fff4dc",
                ["unknown"] = "#5b4a86",
                ["unknown-bg"] = "#f0ecfa",
            }.ToImmutableDictionary()
        );

    /// <summary>The names of all colours.</summary>
    public IEnumerable<string> Names => _colours.Keys;

    /// <summary>A colour, as <c>#rrggbb</c>.</summary>
    public string this[string name] => _colours[name];

    /// <summary>The palette with one colour replaced; the same palette where it is no colour or text would be hard to read.</summary>
    public ChartPalette With(string name, string? text)
    {
        if (Colour.Read(text) is not { } colour)
            return this;
        var changed = new ChartPalette(_colours.SetItem(name, colour));
        return changed.IsReadable() ? changed : this;
    }

    /// <summary>Whether all text has the contrast it needs.</summary>
    public bool IsReadable() =>
        Written.All(written =>
            written.Grounds.All(ground =>
                Colour.Contrast(this[written.Text], this[ground]) >= LeastContrast
            )
        );
}
