using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.CareGaps;

/// <summary>One measure of one program and how the patient stands to it.</summary>
/// <param name="Program">The program.</param>
/// <param name="Event">The event of the program that the measure is about; null in a program without events.</param>
/// <param name="Measure">The measure.</param>
public sealed record CareMeasure(
    RegistryProgram Program,
    RegistryEvent? Event,
    RegistryMeasure Measure
)
{
    /// <summary>How the patient stands to it. That it is due outweighs an outcome of before.</summary>
    public CareStanding Standing =>
        Measure.Outcome == MeasureOutcome.Excluded ? CareStanding.Excluded
        : Measure.MeasureDue == true ? CareStanding.Due
        : Measure.Outcome == MeasureOutcome.NotAchieved ? CareStanding.NotMet
        : Measure.Outcome == MeasureOutcome.MissingData ? CareStanding.MissingData
        : Measure.Outcome == MeasureOutcome.Achieved ? CareStanding.Met
        : CareStanding.Unclear;

    /// <summary>Every measure of the programs, of their events too: due first, then by the date it is due, none left out.</summary>
    public static IReadOnlyList<CareMeasure> In(IEnumerable<RegistryProgram> programs) =>
        [
            .. programs
                .SelectMany(program =>
                    program
                        .Measures.Select(measure => new CareMeasure(program, null, measure))
                        .Concat(
                            program.Events.SelectMany(one =>
                                one.Measures.Select(measure => new CareMeasure(
                                    program,
                                    one,
                                    measure
                                ))
                            )
                        )
                )
                .OrderBy(one => one.Standing)
                .ThenBy(one => one.Measure.DueDate?.Earliest is null)
                .ThenBy(one => one.Measure.DueDate)
                .ThenBy(one => one.Measure.Name, StringComparer.OrdinalIgnoreCase),
        ];
}
