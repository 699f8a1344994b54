using System.Globalization;
using HeiChartViewer.Sandbox.Records;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

internal sealed partial class ChartBuilder
{
    private const int OrderCatalogCodeSet = 200;
    private const int RefillDays = 90;
    private const int BottleDays = 7;
    private const double MostMilligrams = 1000;

    private readonly List<Medication> _medications = [];
    private readonly List<MedicationDispense> _dispenses = [];

    private readonly HashSet<DrugClass> _ordered = [];

    /// <summary>Whether a drug of a class was ordered for good.</summary>
    public bool Takes(DrugClass drugs) => _ordered.Contains(drugs);

    /// <summary>Whether no allergy to a drug is known.</summary>
    public bool Tolerates(Drug drug) =>
        drug.Class is not { } drugs || !_allergicTo.ContainsKey(drugs);

    /// <summary>
    /// Orders a drug, or what is given in its place to who is allergic to it. Another source may state it too, at times with another dose; a payer infers it from
    /// what pharmacies handed out.
    /// </summary>
    public void Prescribe(
        Drug drug,
        Visit visit,
        DateOnly? until = null,
        bool asNeeded = false,
        bool? disputed = null
    )
    {
        if (!Tolerates(drug))
        {
            visit.Plan.Add($"No {drug.Name}: allergic to {_allergicTo[drug.Class!.Value].Name}.");
            if (drug.Instead is { } instead)
                Prescribe(instead, visit, until, asNeeded, disputed);
            return;
        }
        if (until is null && drug.Class is { } drugs)
            _ordered.Add(drugs);
        if (drug.DosePerKilogram is { } each)
            drug = drug with { Dose = DoseOf(each, Body.Level(LabTests.Weight, visit.Day)) };
        visit.Plan.Add($"Start {drug.Name}, {drug.Frequency}{(asNeeded ? " as needed" : "")}.");
        var last = until is { } end && end <= Horizon ? until : Person.Died;
        var id = Write(
            visit.Source,
            drug.Dose,
            "community",
            "Community",
            last is null ? "active"
                : until is null ? "stopped"
                : "completed",
            RecordDates.Instant(visit.Source, visit.Start.AddMinutes(25)),
            visit
        );
        if (Sometimes(0.35) && Other(visit.Source) is { } other)
            Write(
                other,
                drug.OtherDose is { } dose && (disputed ?? Random.Chance(0.4)) ? dose : drug.Dose,
                "patientreported",
                "Patient stated",
                last is null ? "active" : "unknown",
                RecordDates.Month(visit.Day),
                null
            );
        if (Sometimes(0.5) && Claims is { } claims && drug.Code is not null)
        {
            Write(
                claims,
                null,
                "claims",
                "Inferred from claims",
                null,
                RecordDates.Day(visit.Day),
                null
            );
            Dispense(drug, claims, id, visit.Day, last ?? Horizon);
        }

        string Write(
            DataPartition source,
            string? dose,
            string category,
            string categoryText,
            string? status,
            string start,
            Visit? encounter
        )
        {
            var name = Next("medication");
            var record = new Medication
            {
                Id = _ids.Hex64("medication", name),
                Code = drug.Code is { } code
                    ? Coded(source, code, OrderCatalogCodeSet, drug.Name)
                    : Concepts.Words(drug.Name),
                Status = status is null ? null : Statuses.Medication(status),
                Category = Concepts.Of(CodeSystems.MedicationCategory, category, categoryText),
                Dose = dose is null
                    ? null
                    : new Quantity { Value = dose, Unit = Concepts.Of(drug.DoseUnit) },
                Form = Concepts.Words(drug.Form),
                Route = Concepts.Words(drug.Route),
                Frequency = dose is null ? null : Concepts.Words(drug.Frequency),
                AsNeeded = asNeeded,
                AdditionalInstructions = encounter is null
                    ? null
                    : $"{drug.Dose} {drug.DoseUnit.Text} {drug.Frequency}",
                ReferenceDrug = new ReferenceDrug { BrandType = "GENERIC" },
                Start = start,
                End = last is { } day && encounter is not null ? RecordDates.Day(day) : null,
                PrescribedOn = encounter is null ? null : RecordDates.Day(visit.Day),
                Prescriber = encounter?.Clinician,
                Encounter = encounter?.Reference,
                IntendedAdministrator = encounter is null ? null : "PATIENT",
                IntendedDispenser = encounter is null ? null : "PHARMACY",
                Quantity = encounter is null ? null : Supply(drug),
                Refills =
                    encounter is null ? null
                    : drug.BottleMilliliters is null ? "3"
                    : "0",
                SourceIdentifier = From(source, "medication", name),
            };
            _medications.Add(record);
            return record.Id;
        }
    }

    /// <summary>Writes down what the patient says they take; nobody ordered it.</summary>
    public void State(Drug drug, Visit visit, string since, bool asNeeded)
    {
        visit.Findings.Add(
            $"Takes {drug.Name} without prescription{(asNeeded ? ", as needed" : "")}."
        );
        var name = Next("medication");
        _medications.Add(
            new Medication
            {
                Id = _ids.Hex64("medication", name),
                Code = Coded(visit.Source, drug.Code!, OrderCatalogCodeSet, drug.Name),
                Status = Statuses.Medication("active"),
                Category = Concepts.Of(
                    CodeSystems.MedicationCategory,
                    "patientreported",
                    "Patient stated"
                ),
                Route = Concepts.Words(drug.Route),
                AsNeeded = asNeeded,
                Start = since,
                Encounter = visit.Reference,
                Notes = [new Note { Text = "Bought over the counter." }],
                SourceIdentifier = From(visit.Source, "medication", name),
            }
        );
    }

    /// <summary>In steps that a spoon or a syringe can measure.</summary>
    private static string DoseOf(double each, double kilograms) =>
        Number(Math.Min(MostMilligrams, Math.Max(1, Math.Round(each * kilograms / 20)) * 20), 0);

    private static Quantity Supply(Drug drug) =>
        drug.BottleMilliliters is { } bottle
            ? new Quantity { Value = bottle, Unit = Concepts.Of(CodeSystems.Ucum, "mL", "mL") }
            : new Quantity
            {
                Value = RefillDays.ToString(CultureInfo.InvariantCulture),
                Unit = Concepts.Words(drug.Form),
            };

    // A pharmacy's list goes back two years.
    private void Dispense(
        Drug drug,
        DataPartition claims,
        string medicationId,
        DateOnly from,
        DateOnly to
    )
    {
        var first = from > to.AddYears(-2) ? from : to.AddYears(-2);
        foreach (var day in Days(first, RefillDays, to))
        {
            var name = Next("dispense");
            _dispenses.Add(
                new MedicationDispense
                {
                    Id = _ids.Hex64("dispense", name),
                    Status = Statuses.Dispense("completed"),
                    Code = Coded(claims, drug.Code!, OrderCatalogCodeSet, drug.Name),
                    DispensedOn = RecordDates.Day(day),
                    Quantity = Supply(drug),
                    DaysSupply = new Quantity
                    {
                        Value = (drug.BottleMilliliters is null ? RefillDays : BottleDays).ToString(
                            CultureInfo.InvariantCulture
                        ),
                        Unit = Concepts.Of(CodeSystems.Ucum, "d", "days"),
                    },
                    Medication = new Reference { Id = medicationId },
                    Pharmacy = "Northgate Pharmacy",
                    SourceIdentifier = From(claims, "dispense", name),
                }
            );
        }
    }
}
