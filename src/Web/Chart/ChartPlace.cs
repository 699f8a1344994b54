using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace HeiChartViewer.Web.Chart;

/// <summary>
/// How a view is looked at, as far as its address says it: which way, by which source, in which order. It holds words of
/// the viewer's own and codes that this process alone can read, and nothing of a patient (design rule 7): no identifier,
/// no test's name, no words that were sought.
/// </summary>
public sealed partial class ChartPlace
{
    private readonly SortedDictionary<string, string> _said = new(StringComparer.Ordinal);
    private readonly Func<string, string> _code;
    private readonly Func<string, Task> _show;

    /// <summary>Makes it for one chart.</summary>
    /// <param name="code">What stands in an address for a name that may not.</param>
    /// <param name="show">Puts a query into the browser's address.</param>
    public ChartPlace(Func<string, string> code, Func<string, Task> show) =>
        (_code, _show) = (code, show);

    /// <summary>Grows with each address that the reader came to from elsewhere: what is shown is made anew then.</summary>
    public int Arrivals { get; private set; }

    /// <summary>The address's query, with its question mark; empty where nothing is said.</summary>
    public string Query =>
        _said.Count == 0
            ? ""
            : "?" + string.Join('&', _said.Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary>What the address says of something; null where it says nothing.</summary>
    public string? this[string key] => _said.GetValueOrDefault(key);

    /// <summary>The reader has come to an address. Whatever is none of the viewer's words is passed over.</summary>
    public void Arrive(string? query)
    {
        var before = Query;
        _said.Clear();
        foreach (var (key, values) in QueryHelpers.ParseQuery(query))
            if (values is [{ } value] && Key().IsMatch(key) && Value().IsMatch(value))
                _said[key] = value;
        if (Query != before)
            Arrivals++;
    }

    /// <summary>The reader looks at the view otherwise now.</summary>
    public Task SayAsync(string key, string? value)
    {
        if (this[key] == value)
            return Task.CompletedTask;
        if (value is null)
            _said.Remove(key);
        else
            _said[key] = value;
        return _show(Query);
    }

    /// <summary>What stands in the address for a name: the same for as long as this process runs, and telling nothing.</summary>
    public string Code(string name) => _code(name);

    [GeneratedRegex("^[a-z-]{1,40}$")]
    private static partial Regex Key();

    [GeneratedRegex("^[a-z0-9,-]{1,80}$")]
    private static partial Regex Value();
}
