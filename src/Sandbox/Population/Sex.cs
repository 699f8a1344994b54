namespace HeiChartViewer.Sandbox.Population;

/// <summary>The sex a person was born with.</summary>
public enum Sex
{
    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,

    /// <summary>Not known; never in the grown population, perhaps in one of your own.</summary>
    Unknown,
}
