using System.Text.Json;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>
/// A part of a FHIR resource that remembers what was read of it, so that what nobody read can be told at the end.
/// </summary>
/// <param name="json">The part.</param>
/// <param name="path">Where it is, in members from the resource's type on, without positions: <c>Patient.name.given</c>.</param>
internal sealed class FhirElement(JsonElement json, string path)
{
    private readonly Dictionary<string, IReadOnlyList<FhirElement>> _read = [];

    /// <summary>The text of a string, number or truth value; null for anything else.</summary>
    public string? Value =>
        json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => json.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };

    /// <summary>The elements of a member, one where it does not repeat, none where it is not there.</summary>
    public IReadOnlyList<FhirElement> Each(string member)
    {
        if (_read.TryGetValue(member, out var known))
            return known;
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(member, out var value))
            return [];
        FhirElement[] elements =
            value.ValueKind == JsonValueKind.Array
                ? [.. value.EnumerateArray().Select(one => new FhirElement(one, Below(member)))]
                : [new FhirElement(value, Below(member))];
        return _read[member] = elements;
    }

    public FhirElement? One(string member) => Each(member) is [var first, ..] ? first : null;

    public string? Text(string member) => One(member)?.Value;

    /// <summary>Says that a member was thought of and adds nothing to a record.</summary>
    public void Note(params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
            _read[member] = [];
    }

    /// <summary>The paths of everything that nobody read.</summary>
    public IEnumerable<string> Unread()
    {
        if (json.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var member in json.EnumerateObject())
        {
            if (!_read.TryGetValue(member.Name, out var elements))
                yield return Below(member.Name);
            else
                foreach (var unread in elements.SelectMany(element => element.Unread()))
                    yield return unread;
        }
    }

    private string Below(string member) => $"{path}.{member}";
}
