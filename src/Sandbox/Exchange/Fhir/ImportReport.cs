using System.Globalization;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>Counts what was read, what became of it, and what has no place in a record: nothing is dropped in silence.</summary>
internal sealed class ImportReport
{
    private readonly SortedDictionary<string, int> _read = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _imported = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _doubles = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _unread = new(StringComparer.Ordinal);

    /// <summary>Resources, by type.</summary>
    public IReadOnlyDictionary<string, int> Read => _read;

    /// <summary>Records made, by kind.</summary>
    public IReadOnlyDictionary<string, int> Imported => _imported;

    /// <summary>Resources that became no record, by the reason.</summary>
    public IReadOnlyDictionary<string, int> LeftOut => _leftOut;

    /// <summary>How often a type and id came again, by both; the first alone counts.</summary>
    public IReadOnlyDictionary<string, int> Doubles => _doubles;

    /// <summary>Elements of imported resources that no record has a place for, by their path.</summary>
    public IReadOnlyDictionary<string, int> Unread => _unread;

    public void CountRead(FhirResource resource) => Add(_read, resource.Type);

    public void CountImported(string kind, int records) => Add(_imported, kind, records);

    public void CountLeftOut(string reason) => Add(_leftOut, reason);

    public void CountDouble(FhirResource resource) => Add(_doubles, resource.Reference);

    public void CountUnread(FhirResource resource)
    {
        foreach (var path in resource.Content.Unread())
            Add(_unread, path);
    }

    public void WriteTo(TextWriter output)
    {
        Write("Resources read", _read);
        Write("Records made", _imported);
        Write("Left out", _leftOut);
        Write("Came more than once", _doubles);
        Write("Elements without a place in a record", _unread);

        void Write(string title, SortedDictionary<string, int> counts)
        {
            output.WriteLine(title);
            foreach (var (name, count) in counts)
                output.WriteLine(
                    $"  {count.ToString("N0", CultureInfo.InvariantCulture), 10}  {name}"
                );
            if (counts.Count == 0)
                output.WriteLine("           none");
        }
    }

    private static void Add(SortedDictionary<string, int> counts, string name, int more = 1) =>
        counts[name] = counts.GetValueOrDefault(name) + more;
}
