using HeiChartViewer.Sandbox.Records;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

internal sealed partial class ChartBuilder
{
    private const int EncounterTypeCodeSet = 71;

    private readonly List<Encounter> _encounters = [];

    /// <summary>Records that the patient was seen; whoever pays may record it too.</summary>
    public Visit See(
        VisitKind kind,
        DateOnly day,
        Diagnosis? reason = null,
        DataPartition? at = null,
        int nights = 0
    )
    {
        var source = at ?? (kind == VisitKind.Office && Random.Chance(0.7) ? AClinic() : Hospital);
        var start =
            kind == VisitKind.Office
                ? RecordDates.Local(day, Random.Between(8, 15), Random.Between(0, 3) * 15)
                : RecordDates.Local(day, Random.Between(6, 16), Random.Between(0, 59));
        var end =
            nights > 0
                ? start.AddDays(nights)
                : start.AddMinutes(kind == VisitKind.Office ? 30 : 160);
        if (DateOnly.FromDateTime(end.DateTime) > Horizon)
            end = start.AddMinutes(30);
        var name = Next("encounter");
        var visit = new Visit
        {
            EncounterId = _ids.Uuid("encounter", name),
            Source = source,
            Start = start,
            End = end,
            Kind = kind,
            Clinician = Asserts(source),
            Reason = reason,
        };
        if (day < Person.Born || day > Horizon)
            throw new InvalidOperationException($"{Person.Key} cannot be seen on {day:O}.");
        _encounters.Add(Write(source, visit.EncounterId, name));
        if (Sometimes(0.3) && Claims is { } claims)
        {
            var copy = Next("encounter");
            _encounters.Add(Write(claims, _ids.Uuid("encounter", copy), copy));
        }
        return visit;

        Encounter Write(DataPartition by, string id, string number) =>
            new()
            {
                Id = id,
                SourceIdentifier = From(by, "encounter", number),
                Aliases =
                    by.Kind == SourceKind.Claims
                        ? null
                        :
                        [
                            new Alias
                            {
                                System = by.AliasSystem,
                                Type = "FIN",
                                Value = LocalCode($"fin/{Person.Key}/{number}"),
                            },
                        ],
                Status = Statuses.Encounter("finished"),
                Classification = Concepts.Of(
                    CodeSystems.ActCode,
                    Class(kind).Code,
                    Class(kind).Text
                ),
                Type = by.Kind == SourceKind.Claims ? null : TypeOf(by, kind),
                Start = RecordDates.Instant(by, start),
                End = RecordDates.Instant(by, end),
                Location = new EncounterLocation
                {
                    Facility =
                        by == DataPartition.Westlake ? by.Name
                        : by.Kind == SourceKind.Clinic ? "Eastside Clinic"
                        : "St. Brigid Hospital",
                    Unit = by.Kind == SourceKind.Claims ? null : Unit(kind),
                },
                Providers = by.Kind == SourceKind.Claims ? null : [visit.Clinician],
                Reasons = reason is null
                    ? [Concepts.Words("Routine visit")]
                    :
                    [
                        Coded(
                            by,
                            by.Kind == SourceKind.Claims ? reason.Billing : reason.Clinical,
                            ProblemCodeSet
                        ),
                    ],
                DischargeDisposition =
                    kind == VisitKind.Inpatient && by.Kind != SourceKind.Claims
                        ? Concepts.Words("Discharged home")
                        : null,
            };
    }

    private static CodeableConcept TypeOf(DataPartition source, VisitKind kind) =>
        new()
        {
            SourceCodings =
            [
                new Coding
                {
                    System = CodeSystems.CodeSet(EncounterTypeCodeSet),
                    Code = LocalCode($"{source.Name}/{kind}"),
                    Display = Class(kind).Text,
                },
            ],
            Text = kind == VisitKind.Office ? "Office visit" : Class(kind).Text,
        };

    private static (string Code, string Text) Class(VisitKind kind) =>
        kind switch
        {
            VisitKind.Office => ("AMB", "Ambulatory"),
            VisitKind.Emergency => ("EMER", "Emergency"),
            _ => ("IMP", "Inpatient"),
        };

    private static string Unit(VisitKind kind) =>
        kind switch
        {
            VisitKind.Office => "Clinic",
            VisitKind.Emergency => "Emergency department",
            _ => "Medical ward 4",
        };

    /// <summary>Somebody who works there; the same few people, as in any clinic.</summary>
    private Asserter Asserts(DataPartition source)
    {
        var (given, family) = Random.Pick(Names.Clinicians);
        return new Asserter
        {
            Type = "PROVIDER",
            Provider = new Provider
            {
                Aliases =
                [
                    new Alias
                    {
                        System = source.AliasSystem,
                        Type = "USER",
                        Value = $"{given[..1]}{family}".ToLowerInvariant(),
                    },
                ],
                Name = new PractitionerName
                {
                    Prefix = "Dr.",
                    Given = [given],
                    Family = [family],
                    Formatted = $"{family}, {given}",
                },
            },
            ProviderRoles = [Concepts.Of(CodeSystems.PractitionerRole, "doctor", "Doctor")],
        };
    }
}
