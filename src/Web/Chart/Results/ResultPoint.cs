using System.Diagnostics.CodeAnalysis;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Web.Chart.Results;

/// <summary>One result of a series.</summary>
/// <param name="Row">The records that say it.</param>
public sealed record ResultPoint(MergedRecord<Observation> Row)
{
    /// <summary>The result as it was received.</summary>
    public Observation Record => Row.Lead;

    /// <summary>How many more records say the same.</summary>
    public int Others => Row.Contributors.Count - 1;

    /// <summary>When it was taken, as it was recorded.</summary>
    public PartialDate? When => Record.EffectiveOn;

    /// <summary>Whether it has a place in time, be it a vague one.</summary>
    [MemberNotNullWhen(true, nameof(When))]
    public bool IsDated => When?.Earliest is not null;

    /// <summary>The value in words, exactly as it came.</summary>
    public string Text => RecordWords.Value(Record.Value) ?? Say("no value");

    /// <summary>The value without its unit, for where the unit stands in the heading.</summary>
    public string Bare =>
        Record.Value is ObservationValue.Measured { Quantity: { Value: { } value } quantity }
            ? quantity.Comparator + value
            : Text;

    /// <summary>The number to draw; null for words, and for a comparator, which is a bound and not a value.</summary>
    public decimal? Number =>
        Record.Value is ObservationValue.Measured { Quantity: { } quantity }
        && string.IsNullOrEmpty(quantity.Comparator)
            ? quantity.Number
            : null;

    /// <summary>The flag; null where there is none, which is not "normal".</summary>
    public ResultFlag? Flag { get; } = ResultFlag.Of(Row.Lead);

    /// <summary>The result's own bounds.</summary>
    public ResultRange Range => ResultRange.Of(Record);
}
