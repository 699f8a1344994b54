using System.Diagnostics.CodeAnalysis;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Web.Chart.Results;

/// <summary>One result of a series.</summary>
/// <param name="Row">The records that say it.</param>
/// <param name="Record">The result as it was received; of a result in parts, the part.</param>
public sealed record ResultPoint(MergedRecord<Observation> Row, Observation Record)
{
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

    /// <summary>Whether the value is written in digits.</summary>
    public bool IsFigure => Record.Value is ObservationValue.Measured { Quantity.Number: not null };

    /// <summary>The unit of the value; null where none is stated.</summary>
    public string? Unit => (Record.Value as ObservationValue.Measured)?.Quantity.Unit?.Display;

    /// <summary>How many digits the number has after its point; none of words.</summary>
    public int Decimals =>
        Record.Value
            is ObservationValue.Measured { Quantity: { Number: not null, Value: { } text } }
        && text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point
            ? text.Length - point - 1
            : 0;

    /// <summary>The reference range as the result came with it; null where it came without.</summary>
    public string? RangeWords => RecordWords.Ranges(Record);

    /// <summary>The flag; null where there is none, which is not "normal".</summary>
    public ResultFlag? Flag { get; } = ResultFlag.Of(Record);

    /// <summary>The result's own bounds.</summary>
    public ResultRange Range => ResultRange.Of(Record);
}
