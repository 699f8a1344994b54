namespace HealtheIntent.Client;

/// <summary>Which measures of a person's registries to answer with (contract 7).</summary>
public enum MeasureStatusFilter
{
    /// <summary>What the platform answers with when it is not asked.</summary>
    Unfiltered,

    /// <summary>Every measure.</summary>
    All,

    /// <summary>Those whose goal is missed.</summary>
    NotAchieved,

    /// <summary>Those whose data are missing.</summary>
    Missing,

    /// <summary>Those that are due.</summary>
    Due,
}
