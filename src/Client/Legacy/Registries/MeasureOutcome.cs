using System.Text.Json.Serialization;
using HealtheIntent.Client.Legacy;

namespace HealtheIntent.Client;

/// <summary>How a person stands to a measure. The known outcomes have names here; any other is kept as it came (contract 1.4, 7).</summary>
[JsonConverter(typeof(MeasureOutcomeConverter))]
public sealed record MeasureOutcome
{
    internal MeasureOutcome(string value) => Value = value;

    /// <summary>The measure does not apply to the person.</summary>
    public static MeasureOutcome Excluded { get; } = new("EXCLUDED");

    /// <summary>The goal is met.</summary>
    public static MeasureOutcome Achieved { get; } = new("ACHIEVED");

    /// <summary>What would tell is not there.</summary>
    public static MeasureOutcome MissingData { get; } = new("MISSING_DATA");

    /// <summary>The goal is missed.</summary>
    public static MeasureOutcome NotAchieved { get; } = new("NOT_ACHIEVED");

    /// <summary>Every outcome with a name here.</summary>
    public static IReadOnlyList<MeasureOutcome> Known { get; } =
    [Excluded, Achieved, MissingData, NotAchieved];

    /// <summary>The outcome as the platform writes it.</summary>
    public string Value { get; }

    /// <summary>Whether this client knows the outcome by name.</summary>
    public bool IsKnown => Known.Contains(this);

    /// <summary>The name of the type; how a person stands never reaches a log by accident.</summary>
    public override string ToString() => nameof(MeasureOutcome);
}
