namespace HeiChartViewer.Tests.Unit.Web.Security.Asvs;

/// <summary>A requirement of OWASP ASVS 5.0, in our own short words, and how the viewer stands to it.</summary>
/// <param name="Number">Its number there.</param>
/// <param name="Level">The level it begins at: 1 or 2.</param>
/// <param name="What">What it asks for.</param>
/// <param name="Standing">How the viewer stands to it.</param>
internal sealed record Requirement(string Number, int Level, string What, Standing Standing)
{
    /// <summary>What proves it: the class and the name of each test.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    /// <summary>Why there is no test, whose duty it is, or what of it is missing.</summary>
    public string? Because { get; init; }

    /// <summary>Tests prove it.</summary>
    public static Requirement Proved(
        string number,
        int level,
        string what,
        params string[] tests
    ) => new(number, level, what, Standing.Proved) { Tests = tests };

    /// <summary>Tests prove a part of it.</summary>
    public static Requirement Partly(
        string number,
        int level,
        string what,
        string missing,
        params string[] tests
    ) => new(number, level, what, Standing.Partly) { Tests = tests, Because = missing };

    /// <summary>It asks for a document, and there is one.</summary>
    public static Requirement Written(string number, int level, string what, string where) =>
        new(number, level, what, Standing.Written) { Because = where };

    /// <summary>The viewer has nothing that it could be about.</summary>
    public static Requirement Elsewhere(string number, int level, string what, string why) =>
        new(number, level, what, Standing.DoesNotApply) { Because = why };

    /// <summary>Whoever runs the viewer has to see to it.</summary>
    public static Requirement Deployment(string number, int level, string what, string duty) =>
        new(number, level, what, Standing.Deployment) { Because = duty };

    /// <summary>It is not met, or nothing shows that it is.</summary>
    public static Requirement NotCovered(string number, int level, string what, string why) =>
        new(number, level, what, Standing.NotCovered) { Because = why };
}
