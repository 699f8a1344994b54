namespace HeiChartViewer.Sandbox.Population;

/// <summary>What makes a person, before ids are given.</summary>
internal sealed record PersonSketch
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string What { get; init; }

    public required PersonName Name { get; init; }

    public required Sex Sex { get; init; }

    public DateOnly Born { get; init; }

    /// <summary>How many days ago somebody was born, in the place of a day that stays the same.</summary>
    public int? DaysOld { get; init; }

    public DateOnly? Died { get; init; }

    /// <summary>The platform id, where it is a known one.</summary>
    public string? PatientId { get; init; }

    /// <summary>The hospital's person id, where it is a known one.</summary>
    public string? PersonId { get; init; }

    /// <summary>The hospital's record number, where it is a known one.</summary>
    public string? Mrn { get; init; }

    public bool IsCase { get; init; } = true;

    public bool TextOnly { get; init; }

    /// <summary>Whether every source records all it could.</summary>
    public bool Thorough { get; init; }

    /// <summary>A word that appears in every section of this chart and in no other.</summary>
    public string? Sentinel { get; init; }

    public Func<string, string>? Wording { get; init; }

    public IReadOnlyDictionary<DataPartition, DateOnly>? BornAccordingTo { get; init; }

    public IReadOnlyDictionary<DataPartition, Sex>? SexAccordingTo { get; init; }

    /// <summary>Whether a source has a name on file from before the marriage.</summary>
    public bool IsRenamed { get; init; }

    /// <summary>How many sources know this person, of the four there are: the hospital first, the second clinic last.</summary>
    public int SourceCount { get; init; } = 3;

    public required Action<ChartBuilder> Live { get; init; }
}
