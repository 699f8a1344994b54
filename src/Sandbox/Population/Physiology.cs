using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>
/// What would be measured in one body on a day: a baseline of its own, moved by illness, treatment and
/// age, with a little noise.
/// </summary>
internal sealed class Physiology(SeededRandom random, Sex sex, DateOnly born)
{
    private const double DaysPerYear = 365.25;
    private const double MilligramsPerMicromoleOfCreatinine = 88.42;
    private const double MilligramsPerMillimoleOfGlucose = 18.016;

    private readonly Dictionary<LabTest, double> _baselines = [];
    private readonly List<PhysiologyShift> _shifts = [];

    /// <summary>From a day on, a value moves by <paramref name="by"/> over some days and stays there.</summary>
    public void Shift(LabTest test, DateOnly from, double by, int overDays = 90) =>
        _shifts.Add(new PhysiologyShift(test, from, by, overDays));

    /// <summary>For some days a value is another one, then it comes back.</summary>
    public void Swing(LabTest test, DateOnly from, double by, int days)
    {
        Shift(test, from, by, 1);
        Shift(test, from.AddDays(days), -by, days);
    }

    /// <summary>Measures, noise and the limits of the analyser included.</summary>
    public double Measure(LabTest test, DateOnly day)
    {
        if (Derive(test, day) is { } derived)
            return derived;
        var level = Level(test, day);
        // Scales are as exact for a newborn as for an adult: what is small is told more finely.
        var noise =
            test == LabTests.Weight ? test.Noise * Math.Min(1, level / test.Typical) : test.Noise;
        var value = level + noise * random.Bell();
        return Math.Max(value, Floor(test));
    }

    // Nobody measures nothing; a newborn weighs a twentieth of what is typical.
    private static double Floor(LabTest test) =>
        test.Typical * (test == LabTests.Weight ? 0.02 : 0.15);

    /// <summary>The value without noise.</summary>
    public double Level(LabTest test, DateOnly day)
    {
        if (!_baselines.TryGetValue(test, out var level))
            _baselines[test] = level = Baseline(test) + test.Spread * random.Bell();
        level += Growth(test, day, level);
        foreach (var shift in _shifts)
            if (shift.Test == test)
                level += shift.On(day);
        return level;
    }

    private double Baseline(LabTest test) =>
        sex == Sex.Female ? test.Typical
        : test == LabTests.Hemoglobin ? 15.2
        : test == LabTests.Height ? 177
        : test == LabTests.Weight ? 82
        : test == LabTests.ExpiratoryVolume ? 3.9
        : test.Typical;

    // Results that follow from others must agree with them.
    private double? Derive(LabTest test, DateOnly day) =>
        test == LabTests.Creatinine ? Creatinine(day)
        : test == LabTests.CreatinineMolar ? Creatinine(day) * MilligramsPerMicromoleOfCreatinine
        : test == LabTests.GlucoseMolar
            ? Measure(LabTests.Glucose, day) / MilligramsPerMillimoleOfGlucose
        : test == LabTests.HemoglobinA1cIfcc
            ? (Measure(LabTests.HemoglobinA1c, day) - 2.152) / 0.09148
        : test == LabTests.Hematocrit ? Level(LabTests.Hemoglobin, day) * 2.95
        : test == LabTests.Ldl
            ? Level(LabTests.Cholesterol, day)
                - Level(LabTests.Hdl, day)
                - Level(LabTests.Triglycerides, day) / 5
        : test == LabTests.BodyMassIndex
            ? Level(LabTests.Weight, day) / Math.Pow(Level(LabTests.Height, day) / 100, 2)
        : test == LabTests.WeightPounds ? Level(LabTests.Weight, day) * 2.20462
        : test == LabTests.TemperatureFahrenheit ? Measure(LabTests.Temperature, day) * 1.8 + 32
        : null;

    /// <summary>CKD-EPI 2021, solved for creatinine.</summary>
    private double Creatinine(DateOnly day)
    {
        var (kappa, alpha, factor) = sex == Sex.Female ? (0.7, -0.241, 1.012) : (0.9, -0.302, 1.0);
        var age = Math.Max(18, AgeInYears(day));
        var ratio = Level(LabTests.Filtration, day) / (142 * Math.Pow(0.9938, age) * factor);
        return kappa * Math.Pow(ratio, 1 / (ratio > 1 ? alpha : -1.2));
    }

    private double AgeInYears(DateOnly day) => (day.DayNumber - born.DayNumber) / DaysPerYear;

    /// <summary>How far a child is from the adult they will be, and an old person from the one they were.</summary>
    private double Growth(LabTest test, DateOnly day, double adult)
    {
        var age = AgeInYears(day);
        if (test == LabTests.Filtration)
            return -0.7 * Math.Max(0, age - 40);
        if (test == LabTests.Systolic)
            return age < 18 ? -2.2 * (18 - age) : 0.15 * Math.Max(0, age - 50);
        if (age >= 18)
            return 0;
        return test == LabTests.Weight ? GrowthCurve.Weight(age) / 68 * adult - adult
            : test == LabTests.Height ? GrowthCurve.Height(age) / 175 * adult - adult
            : test == LabTests.HeadCircumference ? GrowthCurve.Head(age) - Baseline(test)
            : test == LabTests.Diastolic ? -1.6 * (18 - age)
            : test == LabTests.HeartRate ? 3.2 * (18 - age)
            : test == LabTests.RespiratoryRate ? 1.0 * (18 - age)
            : test == LabTests.Hemoglobin ? -0.1 * (18 - age)
            : test == LabTests.ExpiratoryVolume ? -0.15 * (18 - age)
            : 0;
    }
}
