using HeiChartViewer.Sandbox.Records;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

internal sealed partial class ChartBuilder
{
    private const int DiagnosisTypeCodeSet = 17;
    private const int ProblemCodeSet = 400;

    private readonly List<Condition> _conditions = [];

    /// <summary>
    /// Puts a diagnosis on the list of who made it; others copy it in their own words, with vaguer dates
    /// and sometimes another status.
    /// </summary>
    public void Diagnose(
        Diagnosis diagnosis,
        Visit visit,
        DateOnly? onset = null,
        DateOnly? resolved = null
    )
    {
        visit.Diagnosed.Add(diagnosis.Name);
        var since = onset ?? visit.Day;
        var over = resolved is { } day && day <= Horizon ? resolved : null;
        var status = over is null ? "active" : "resolved";
        Write(visit.Source, diagnosis.Clinical, status, "Problem list", Onset(since), over, visit);
        if (Sometimes(0.45) && Other(visit.Source) is { } other)
            Write(
                other,
                diagnosis.Clinical,
                Random.Chance(0.15) && over is null ? "inactive" : status,
                "Problem list",
                RecordDates.Year(since),
                over,
                null
            );
        if (Sometimes(0.6) && Claims is { } claims)
            Write(claims, diagnosis.Billing, null, "Claims diagnosis", null, null, null);

        void Write(
            DataPartition source,
            Term code,
            string? statusCode,
            string classification,
            string? onsetText,
            DateOnly? resolvedDay,
            Visit? encounter
        )
        {
            var name = Next("condition");
            _conditions.Add(
                new Condition
                {
                    Id = _ids.Long83("condition", name),
                    AssertedOn = RecordDates.Instant(source, visit.Start.AddMinutes(12)),
                    Classification = Coded(
                        source,
                        Term.Snomed("55607006", "Problem"),
                        DiagnosisTypeCodeSet,
                        classification
                    ),
                    // Clinics send both codes, so that a bill and a problem list meet in their record.
                    Code = Coded(
                        source,
                        code,
                        ProblemCodeSet,
                        also: source.Kind == SourceKind.Clinic ? diagnosis.Billing : null
                    ),
                    Status = statusCode is null ? null : Statuses.Condition(statusCode),
                    VerificationStatus =
                        source.Kind == SourceKind.Claims
                            ? null
                            : Statuses.Verification("confirmed"),
                    Onset = onsetText,
                    ResolvedOn = resolvedDay is { } d ? RecordDates.Day(d) : null,
                    Asserter = encounter?.Clinician,
                    Encounter = encounter?.Reference,
                    Notes = encounter is null
                        ? null
                        :
                        [
                            new Note
                            {
                                Date = RecordDates.Day(visit.Day),
                                Text = $"Discussed with the patient: {diagnosis.Name}.",
                            },
                        ],
                    SourceIdentifier = From(source, "condition", name),
                }
            );
        }
    }

    /// <summary>Puts a diagnosis on the list whose beginning is known as far as it is told, or not at all.</summary>
    public void DiagnoseVaguely(Diagnosis diagnosis, Visit visit, string? onset)
    {
        Diagnose(diagnosis, visit);
        // Whoever copied it copied what was told.
        for (var i = 0; i < _conditions.Count; i++)
            if (
                _conditions[i].Onset is not null
                && _conditions[i].Code.Text == diagnosis.Clinical.Display
            )
                _conditions[i] = _conditions[i] with { Onset = onset };
    }

    private string Onset(DateOnly since) =>
        Random.Fraction() switch
        {
            < 0.25 => RecordDates.Year(since),
            < 0.55 => RecordDates.Month(since),
            _ => RecordDates.Day(since),
        };
}
