using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>Something that is measured, how it is reported and what is usual.</summary>
internal sealed record LabTest(Term Code, string Name, Unit Unit, int Decimals)
{
    public const string Laboratory = "laboratory";
    public const string VitalSigns = "vital-signs";
    public const string SocialHistory = "social-history";
    public const string Survey = "survey";

    public string Category { get; init; } = Laboratory;

    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>The range of men where it is another one.</summary>
    public (double Low, double High)? Male { get; init; }

    /// <summary>Below this somebody is called.</summary>
    public double? PanicLow { get; init; }

    /// <summary>Above this somebody is called.</summary>
    public double? PanicHigh { get; init; }

    /// <summary>Below this the analyser only says less than.</summary>
    public double? Detection { get; init; }

    /// <summary>What a healthy adult has.</summary>
    public required double Typical { get; init; }

    /// <summary>How far healthy people lie apart.</summary>
    public required double Spread { get; init; }

    /// <summary>How far one person's values lie apart.</summary>
    public required double Noise { get; init; }

    public double? LowFor(Sex sex) => sex == Sex.Male && Male is { } male ? male.Low : Low;

    public double? HighFor(Sex sex) => sex == Sex.Male && Male is { } male ? male.High : High;
}
