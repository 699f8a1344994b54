namespace HeiChartViewer.Sandbox.Population;

/// <summary>What children of an age measure, about; between the points it is a straight line.</summary>
internal static class GrowthCurve
{
    private static readonly (double Age, double Value)[] Weights =
    [
        (0, 3.4),
        (0.5, 7.6),
        (1, 9.6),
        (2, 12.2),
        (5, 18.4),
        (10, 32),
        (15, 57),
        (18, 68),
    ];

    private static readonly (double Age, double Value)[] Heights =
    [
        (0, 50),
        (0.5, 67),
        (1, 75),
        (2, 87),
        (5, 110),
        (10, 139),
        (15, 170),
        (18, 175),
    ];

    private static readonly (double Age, double Value)[] Heads =
    [
        (0, 35),
        (0.5, 43),
        (1, 46),
        (2, 48),
        (5, 50.5),
        (18, 55),
    ];

    public static double Weight(double age) => At(Weights, age);

    public static double Height(double age) => At(Heights, age);

    public static double Head(double age) => At(Heads, age);

    private static double At((double Age, double Value)[] curve, double age)
    {
        var next = Array.FindIndex(curve, point => point.Age > age);
        if (next < 0)
            return curve[^1].Value;
        if (next == 0)
            return curve[0].Value;
        var (fromAge, from) = curve[next - 1];
        var (toAge, to) = curve[next];
        return from + (to - from) * (age - fromAge) / (toAge - fromAge);
    }
}
