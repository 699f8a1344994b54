namespace HeiChartViewer.Web.Chart.Glass;

/// <summary>What came of wanting to see what is withheld.</summary>
public sealed record GlassState
{
    /// <summary>The wish that is being recorded.</summary>
    public BreakTheGlass? Wish { get; init; }

    /// <summary>Why the last one was not granted.</summary>
    public GlassRefusal? Refusal { get; init; }

    /// <summary>Counts the changes, so that whoever shows the glass looks again.</summary>
    public int Changes { get; init; }
}
