using System.Text.Json;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Search;

/// <summary>The texts of one chart while it is read: what many records say is folded and held once.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<(string?, double, string), SearchableText> _texts = [];
    private readonly Dictionary<string, (string? Title, IReadOnlyList<string> Others)> _codes = new(
        StringComparer.Ordinal
    );

    public SearchableText Of(string? section, double weight, string text)
    {
        if (!_texts.TryGetValue((section, weight, text), out var known))
            _texts[(section, weight, text)] = known = new SearchableText(section, weight, text);
        return known;
    }

    /// <summary>What a coded value says, and what else its codes and their displays say.</summary>
    public (string? Title, IReadOnlyList<string> Others) OfCode(JsonElement code)
    {
        if (code.ValueKind != JsonValueKind.Object)
            return (null, []);
        var written = code.GetRawText();
        if (!_codes.TryGetValue(written, out var known))
        {
            var title = code.Words();
            _codes[written] = known = (
                title,
                [
                    .. code.Codings()
                        .SelectMany(coding => new[] { coding.Text("display"), coding.Text("code") })
                        .OfType<string>()
                        .Where(text => text != title)
                        .Distinct(),
                ]
            );
        }
        return known;
    }
}
