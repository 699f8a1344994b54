using HeiChartViewer.Sandbox.Records;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

internal sealed partial class ChartBuilder
{
    private readonly List<Procedure> _procedures = [];
    private readonly List<Immunization> _immunizations = [];

    /// <summary>Records that something was done; a payer may know it by the day only.</summary>
    public void Perform(Term procedure, Visit visit, Term? modifier = null)
    {
        visit.Plan.Add(
            $"{procedure.Display} performed{(modifier is null ? "" : $", {modifier.Display}")}."
        );
        Write(visit.Source, visit);
        if (Sometimes(0.3) && Claims is { } claims)
            Write(claims, null);

        void Write(DataPartition source, Visit? encounter)
        {
            var name = Next("procedure");
            var end = visit.Start.AddMinutes(45);
            _procedures.Add(
                new Procedure
                {
                    Id = _ids.Hex64("procedure", name),
                    Code = Coded(source, procedure, EventCodeSet),
                    Status = Statuses.Event("completed"),
                    Start = encounter is null
                        ? null
                        : RecordDates.Instant(source, visit.Start.AddMinutes(15)),
                    End = RecordDates.Instant(source, end),
                    Modifiers = modifier is null ? null : [Concepts.Of(modifier)],
                    Performers = encounter is null ? null : [encounter.Clinician],
                    Encounter = encounter?.Reference,
                    SourceIdentifier = From(source, "procedure", name),
                }
            );
        }
    }

    /// <summary>Records a vaccination, if the vaccine existed and the patient lived.</summary>
    public void Vaccinate(Vaccine vaccine, DateOnly day, bool refused = false)
    {
        if (day > Horizon || day.Year < vaccine.Since || day < Person.Born)
            return;
        Write(Clinic, RecordDates.Instant(Clinic, RecordDates.Local(day, 10, 30)));
        if (Sometimes(0.2))
            Write(Hospital, RecordDates.Month(day));

        void Write(DataPartition source, string occurredOn)
        {
            var name = Next("immunization");
            _immunizations.Add(
                new Immunization
                {
                    Id = _ids.Long83("immunization", name),
                    Code = Coded(source, vaccine.Code, EventCodeSet),
                    Status = Statuses.Event(refused ? "not-done" : "completed"),
                    OccurredOn = occurredOn,
                    NotGivenReasons = refused ? [Concepts.Words("Patient declined")] : null,
                    Site =
                        refused || Site(vaccine, day) is not { } site ? null : Concepts.Words(site),
                    Route = refused ? null : Concepts.Words(vaccine.Route),
                    Dose = refused
                        ? null
                        : new Quantity
                        {
                            Value = vaccine.DoseMilliliters,
                            Unit = Concepts.Of(CodeSystems.Ucum, "mL", "mL"),
                        },
                    LotNumber = refused
                        ? null
                        : $"L{LocalCode($"{vaccine.Code.Code}/{day.Year}/{day.Month}")[..5]}",
                    Manufacturer = refused ? null : vaccine.Manufacturer,
                    Performers = refused ? null : [Asserts(source)],
                    SourceIdentifier = From(source, "immunization", name),
                }
            );
        }
    }

    /// <summary>Where a dose is given: nowhere by mouth, and in the thigh while there is no shoulder to speak of.</summary>
    private string? Site(Vaccine vaccine, DateOnly day) =>
        vaccine.Route == Vaccine.ByMouth ? null
        : day < Birthday(2) ? "Left thigh"
        : vaccine.Route == Vaccine.UnderTheSkin ? "Left upper arm"
        : "Left deltoid";
}
