using HeiChartViewer.Sandbox.Records;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

internal sealed partial class ChartBuilder
{
    private const int AllergyCodeSet = 12025;

    private readonly List<Allergy> _allergies = [];
    private readonly Dictionary<DrugClass, Allergen> _allergicTo = [];
    private string? _noneKnown;

    /// <summary>Records an allergy with one source, and now and then with another.</summary>
    public void Allergic(
        Allergen allergen,
        DateOnly day,
        string? criticality = null,
        string? severity = null
    )
    {
        if (allergen.Class is { } drugs)
            _allergicTo.TryAdd(drugs, allergen);
        // Who has one is not said to have none.
        _allergies.RemoveAll(allergy => allergy.Id == _noneKnown);
        Write(
            Hospital,
            RecordDates.Instant(Hospital, RecordDates.Local(day, 9, 20)),
            detailed: true
        );
        if (Sometimes(0.35) && Other(Hospital) is { } other)
            Write(other, RecordDates.Month(day), detailed: false);

        void Write(DataPartition source, string assertedOn, bool detailed)
        {
            var name = Next("allergy");
            _allergies.Add(
                new Allergy
                {
                    Id = _ids.Uuid("allergy", name),
                    AssertedOn = assertedOn,
                    Status = Statuses.Allergy("active"),
                    Type = Concepts.Words("Allergy"),
                    Category = Concepts.Words(allergen.Category),
                    Code = Coded(source, allergen.Code, AllergyCodeSet, allergen.Name),
                    Criticality =
                        detailed && criticality is not null
                            ? Concepts.Status(CodeSystems.Criticality, criticality)
                            : null,
                    Asserter = Asserts(source),
                    Reactions =
                        detailed && allergen.Reaction is { } reaction
                            ?
                            [
                                new Reaction
                                {
                                    Manifestation = Concepts.Of(reaction, reaction.Display),
                                    Severity = severity is null ? null : Concepts.Words(severity),
                                },
                            ]
                            : null,
                    Notes = detailed
                        ? [new Note { Date = RecordDates.Day(day), Text = "Told by the patient." }]
                        : null,
                    SourceIdentifier = From(source, "allergy", name),
                }
            );
        }
    }

    /// <summary>Records that no allergy is known: a statement, not an absence (contract 6.3).</summary>
    public void NoKnownAllergies(DateOnly day)
    {
        var name = Next("allergy");
        _noneKnown = _ids.Uuid("allergy", name);
        _allergies.Add(
            new Allergy
            {
                Id = _noneKnown,
                AssertedOn = RecordDates.Instant(Hospital, RecordDates.Local(day, 9, 20)),
                Status = Statuses.Allergy("active"),
                Type = Concepts.Words("Allergy"),
                Code = Concepts.Of(Allergens.NoneKnown, "No known allergies"),
                Asserter = Asserts(Hospital),
                SourceIdentifier = From(Hospital, "allergy", name),
            }
        );
    }
}
