namespace HeiChartViewer.Sandbox.Control;

/// <summary>The part of the worklist that one document shows: there may be a hundred thousand patients.</summary>
public sealed record WorklistPage
{
    /// <summary>How many rows a document shows at most.</summary>
    public const int Size = 100;

    /// <summary>The words that were looked for.</summary>
    public required string Filter { get; init; }

    public required IReadOnlyList<WorklistRow> Rows { get; init; }

    /// <summary>Which page, the first being 1.</summary>
    public required int Number { get; init; }

    /// <summary>How many rows the filter lets through, on all pages.</summary>
    public required int Found { get; init; }

    /// <summary>How many rows there are.</summary>
    public required int Total { get; init; }

    public int Pages => Math.Max(1, (Found + Size - 1) / Size);

    /// <summary>The place of the first row among those found.</summary>
    public int First => ((Number - 1) * Size) + 1;

    public int Last => First + Rows.Count - 1;
}
