using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>Someone of the population; the chart is written when somebody asks for it.</summary>
internal sealed class Person(
    Func<Person, IReadOnlyList<Demographic>> demographics,
    Func<Person, Chart> chart,
    RecentCharts recent
)
{
    private readonly WeakReference<Chart?> _chart = new(null);
    private SearchKeys? _keys;
    private readonly Lock _gate = new();

    /// <summary>The name of the case, or a number among the others.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>What is special here and what a viewer must do with it.</summary>
    public required string What { get; init; }

    /// <summary>The first platform id.</summary>
    public required string PatientId { get; init; }

    public required PersonName Name { get; init; }

    public required Sex Sex { get; init; }

    public required DateOnly Born { get; init; }

    public DateOnly? Died { get; init; }

    public required IReadOnlyList<SourcePerson> Sources { get; init; }

    /// <summary>A word that appears in every section of this chart and in no other.</summary>
    public string? Sentinel { get; init; }

    /// <summary>Whether this is a case of the catalogue rather than one of the others.</summary>
    public required bool IsCase { get; init; }

    /// <summary>The ward or clinic the EHR's organizer shows.</summary>
    public required string Location { get; init; }

    /// <summary>The sources that have another birth date on file.</summary>
    public required IReadOnlyDictionary<DataPartition, DateOnly> BornAccordingTo { get; init; }

    /// <summary>Whether a source may have a name on file from before the marriage.</summary>
    public bool IsRenamed { get; init; }

    /// <summary>The sources that have another sex on file.</summary>
    public required IReadOnlyDictionary<DataPartition, Sex> SexAccordingTo { get; init; }

    /// <summary>What happens to every text that a source writes about this person.</summary>
    public Func<string, string>? Wording { get; init; }

    /// <summary>The day that this life is written up to, unless it ended before.</summary>
    public DateOnly Today { get; init; } = RecordDates.Today;

    /// <summary>What each source says about who this is; written anew each time, so that nobody's is held.</summary>
    public IReadOnlyList<Demographic> Demographics => demographics(this);

    /// <summary>What this person can be found by.</summary>
    public SearchKeys SearchKeys => _keys ??= SearchKeys.Of(Demographics);

    /// <summary>The whole longitudinal record.</summary>
    public Chart Chart
    {
        get
        {
            lock (_gate)
            {
                if (_chart.TryGetTarget(out var known))
                    return known;
                var written = chart(this);
                _chart.SetTarget(written);
                recent.Hold(written);
                return written;
            }
        }
    }

    public override string ToString() => Key;
}
