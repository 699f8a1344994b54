using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>The eight sections of clinical records, and the demographics: where each is read and what is shown of it.</summary>
public static class RecordSections
{
    /// <summary>Demographics.</summary>
    public static SectionDefinition<DemographicRecord> Demographics(HealtheIntentClient client) =>
        new()
        {
            Api = "patient",
            Read = (session, cancellation) =>
                client.Patients.ListDemographicsAsync(
                    session.PopulationId,
                    session.PatientId,
                    cancellationToken: cancellation
                ),
            PatientOf = record => record.Patient?.Id,
        };

    /// <summary>Allergies.</summary>
    public static RecordSection<Allergy> Allergies(HealtheIntentClient client) =>
        new()
        {
            Api = RecordKind.Allergy.ApiName,
            Read = Reader(client.Allergies),
            PatientOf = PatientOf,
            IsWithdrawn = allergy => Statuses.IsEnteredInError(allergy.Status),
            SaysNone = AllergyRules.SaysNone,
            IsCurrent = allergy =>
                AllergyRules.IsPresent(allergy) || AllergyRules.IsNegation(allergy),
            View = ChartView.Allergies,
            CardTitle = "Allergies",
            Noun = "allergies",
            SubjectLabel = "Allergy to",
            Subject = allergy => allergy.Code,
            When = allergy => allergy.AssertedOn ?? allergy.Onset,
            WhenLabel = "Recorded",
            Status = allergy => allergy.Status,
            Columns =
            [
                new("Reaction", AllergyRules.Reactions),
                new("Criticality", allergy => allergy.Criticality?.Display),
                new("Category", allergy => allergy.Category?.Display),
                new(
                    "Since",
                    allergy => allergy.Onset is null ? null : ClinicalDate.Day(allergy.Onset)
                ),
            ],
            Occasion = _ => "",
            Compared =
            [
                new("Status", allergy => allergy.Status?.Display),
                new("Criticality", allergy => allergy.Criticality?.Display),
                new("Reaction", AllergyRules.Reactions),
            ],
            Concepts = allergy =>
                [
                    ("Substance", allergy.Code),
                    ("Status", allergy.Status),
                    ("Criticality", allergy.Criticality),
                    ("Category", allergy.Category),
                    ("Type", allergy.Type),
                    .. allergy.Reactions.SelectMany(r =>
                        new[] { ("Reaction", r.Manifestation), ("Severity", r.Severity) }
                    ),
                ],
        };

    /// <summary>Problems and diagnoses.</summary>
    public static RecordSection<Condition> Conditions(HealtheIntentClient client) =>
        new()
        {
            Api = RecordKind.Condition.ApiName,
            Read = Reader(client.Conditions),
            PatientOf = PatientOf,
            IsWithdrawn = condition =>
                Statuses.IsEnteredInError(condition.Status)
                || Statuses.IsEnteredInError(condition.VerificationStatus),
            IsCurrent = condition =>
                condition.ResolvedOn is null && !Statuses.IsPast(condition.Status),
            View = ChartView.Conditions,
            CardTitle = "Active conditions",
            Noun = "conditions",
            SubjectLabel = "Condition",
            Subject = condition => condition.Code,
            When = condition => condition.Onset ?? condition.EffectiveDate ?? condition.AssertedOn,
            WhenLabel = "Since",
            Status = condition => condition.Status,
            Columns =
            [
                new(
                    "Kind",
                    condition =>
                        (condition.Classification ?? condition.Category ?? condition.Type)?.Display
                ),
                new("Severity", condition => condition.Severity?.Display),
                new("Certainty", condition => condition.VerificationStatus?.Display),
                new(
                    "Resolved",
                    condition =>
                        condition.ResolvedOn is null ? null : ClinicalDate.Day(condition.ResolvedOn)
                ),
            ],
            // A diagnosis of one visit is not the problem on the list.
            Occasion = condition =>
                SubjectKey.Folded(
                    (condition.Classification ?? condition.Category ?? condition.Type)?.Display
                        ?? ""
                ),
            Compared =
            [
                new("Status", condition => condition.Status?.Display),
                new("Severity", condition => condition.Severity?.Display),
                new("Certainty", condition => condition.VerificationStatus?.Display),
                new(
                    "Resolved",
                    condition =>
                        condition.ResolvedOn is null ? null : ClinicalDate.Day(condition.ResolvedOn)
                ),
            ],
            Concepts = condition =>
                [
                    ("Condition", condition.Code),
                    ("Kind", condition.Classification),
                    ("Category", condition.Category),
                    ("Type", condition.Type),
                    ("Status", condition.Status),
                    ("Certainty", condition.VerificationStatus),
                    ("Severity", condition.Severity),
                ],
        };

    /// <summary>Orders, statements and claims.</summary>
    public static RecordSection<Medication> Medications(
        HealtheIntentClient client,
        TimeProvider clock
    ) =>
        new()
        {
            Api = RecordKind.Medication.ApiName,
            Read = Reader(client.Medications),
            PatientOf = PatientOf,
            IsWithdrawn = medication => Statuses.IsEnteredInError(medication.Status),
            IsCurrent = medication =>
                !Endings.HasPassed(medication.End, clock.GetUtcNow())
                && !Statuses.IsPast(medication.Status),
            View = ChartView.Medications,
            CardTitle = "Current medications",
            Noun = "medications",
            SubjectLabel = "Medication",
            Subject = medication => medication.Code,
            When = medication => medication.Start ?? medication.PrescribedOn,
            WhenLabel = "From",
            Status = medication => medication.Status,
            Columns =
            [
                new("Dose", medication => RecordWords.Quantity(medication.Dose)),
                new("Route", medication => medication.Route?.Display),
                new(
                    "Frequency",
                    medication =>
                        RecordWords.Joined([
                            medication.Frequency?.Display,
                            medication.AsNeeded == true ? "as needed" : null,
                        ])
                ),
                new("Kind", medication => medication.Category?.Display),
                new("Prescriber", medication => RecordWords.Person(medication.Prescriber)),
                new(
                    "Until",
                    medication => medication.End is null ? null : ClinicalDate.Day(medication.End)
                ),
            ],
            Occasion = _ => "",
            Compared =
            [
                new("Status", medication => medication.Status?.Display),
                new("Dose", medication => RecordWords.Quantity(medication.Dose)),
                new("Route", medication => medication.Route?.Display),
                new("Frequency", medication => medication.Frequency?.Display),
            ],
            Concepts = medication =>
                [
                    ("Medication", medication.Code),
                    ("Status", medication.Status),
                    ("Kind", medication.Category),
                    ("Route", medication.Route),
                    ("Frequency", medication.Frequency),
                    ("Form", medication.Form),
                ],
        };

    /// <summary>Laboratory results, vital signs, characteristics.</summary>
    public static RecordSection<Observation> Results(HealtheIntentClient client) =>
        new()
        {
            Api = RecordKind.Observation.ApiName,
            Read = Reader(client.Observations),
            PatientOf = PatientOf,
            IsWithdrawn = observation => Statuses.IsEnteredInError(observation.Status),
            View = ChartView.Results,
            CardTitle = "Latest results, abnormal first",
            Noun = "results",
            SubjectLabel = "Test",
            Subject = observation => observation.Code,
            When = observation => observation.EffectiveOn,
            WhenLabel = "Taken",
            Status = observation => observation.Status,
            Columns =
            [
                new("Result", observation => RecordWords.Value(observation.Value)),
                new(
                    "Reference range",
                    observation => RecordWords.Range(observation.ReferenceRanges)
                ),
                new("Kind", observation => RecordWords.Concepts(observation.Categories)),
            ],
            Occasion = observation =>
                Occasions.Moment(observation.EffectiveOn) is { } moment
                && RecordWords.Value(observation.Value) is { } value
                    ? $"{moment}/{SubjectKey.Folded(value)}"
                    : null,
            Compared =
            [
                new("Status", observation => observation.Status?.Display),
                new("Flag", observation => observation.Interpretation?.Display),
                new(
                    "Reference range",
                    observation => RecordWords.Range(observation.ReferenceRanges)
                ),
            ],
            Concepts = observation =>
                [
                    ("Test", observation.Code),
                    ("Result", (observation.Value as ObservationValue.Coded)?.Concept),
                    ("Unit", (observation.Value as ObservationValue.Measured)?.Quantity.Unit),
                    ("Interpretation", observation.Interpretation),
                    ("Status", observation.Status),
                    .. observation.Categories.Select(c => ("Kind", (CodeableConcept?)c)),
                ],
        };

    /// <summary>Visits and stays.</summary>
    public static RecordSection<Encounter> Encounters(HealtheIntentClient client) =>
        new()
        {
            Api = RecordKind.Encounter.ApiName,
            Read = Reader(client.Encounters),
            PatientOf = PatientOf,
            IsWithdrawn = encounter => Statuses.IsEnteredInError(encounter.Status),
            View = ChartView.Encounters,
            CardTitle = "Recent encounters",
            Noun = "encounters",
            SubjectLabel = "Visit",
            Subject = encounter => encounter.Type ?? encounter.Classification,
            When = encounter => encounter.Start,
            WhenLabel = "Start",
            Status = encounter => encounter.Status,
            Columns =
            [
                new("Reason", encounter => RecordWords.Concepts(encounter.Reasons)),
                new(
                    "Class",
                    encounter => encounter.Type is null ? null : encounter.Classification?.Display
                ),
                new("Place", encounter => RecordWords.Place(encounter.Location)),
                new("Provider", encounter => RecordWords.People(encounter.Providers)),
                new(
                    "End",
                    encounter =>
                        encounter.End is null ? null : ClinicalDate.DayAndTime(encounter.End)
                ),
            ],
            Occasion = encounter => Occasions.Moment(encounter.Start),
            Compared =
            [
                new("Status", encounter => encounter.Status?.Display),
                new("Reason", encounter => RecordWords.Concepts(encounter.Reasons)),
                new("Place", encounter => RecordWords.Place(encounter.Location)),
            ],
            Concepts = encounter =>
                [
                    ("Type", encounter.Type),
                    ("Class", encounter.Classification),
                    ("Status", encounter.Status),
                    ("Service", encounter.HospitalService),
                    ("Discharge", encounter.DischargeDisposition),
                    .. encounter.Reasons.Select(r => ("Reason", (CodeableConcept?)r)),
                ],
        };

    /// <summary>Vaccines given and not given.</summary>
    public static RecordSection<Immunization> Immunizations(HealtheIntentClient client) =>
        new()
        {
            Api = RecordKind.Immunization.ApiName,
            Read = Reader(client.Immunizations),
            PatientOf = PatientOf,
            IsWithdrawn = immunization => Statuses.IsEnteredInError(immunization.Status),
            View = ChartView.Immunizations,
            CardTitle = "Immunizations",
            Noun = "immunizations",
            SubjectLabel = "Vaccine",
            Subject = immunization => immunization.Code,
            When = immunization => immunization.OccurredOn,
            WhenLabel = "Date",
            Status = immunization => immunization.Status,
            Columns =
            [
                new("Not given because", NotGiven),
                new("Dose", immunization => RecordWords.Quantity(immunization.Dose)),
                new("Lot", immunization => immunization.LotNumber),
                new("Manufacturer", immunization => immunization.Manufacturer),
            ],
            Occasion = immunization => Occasions.Day(immunization.OccurredOn),
            Compared =
            [
                new("Status", immunization => immunization.Status?.Display),
                new("Not given because", NotGiven),
                new("Dose", immunization => RecordWords.Quantity(immunization.Dose)),
                new("Lot", immunization => immunization.LotNumber),
            ],
            Concepts = immunization =>
                [
                    ("Vaccine", immunization.Code),
                    ("Status", immunization.Status),
                    ("Site", immunization.Site),
                    ("Route", immunization.Route),
                    .. immunization.NotGivenReasons.Select(r =>
                        ("Not given because", (CodeableConcept?)r)
                    ),
                ],
        };

    /// <summary>Procedures.</summary>
    public static RecordSection<Procedure> Procedures(HealtheIntentClient client) =>
        new()
        {
            Api = RecordKind.Procedure.ApiName,
            Read = Reader(client.Procedures),
            PatientOf = PatientOf,
            IsWithdrawn = procedure => Statuses.IsEnteredInError(procedure.Status),
            View = ChartView.Procedures,
            CardTitle = "Procedures",
            Noun = "procedures",
            SubjectLabel = "Procedure",
            Subject = procedure => procedure.Code,
            When = procedure => procedure.Start ?? procedure.End,
            WhenLabel = "Date",
            Status = procedure => procedure.Status,
            Columns =
            [
                new("Modifier", procedure => RecordWords.Concepts(procedure.Modifiers)),
                new("Performer", procedure => RecordWords.People(procedure.Performers)),
            ],
            Occasion = procedure => Occasions.Day(procedure.Start ?? procedure.End),
            Compared =
            [
                new("Status", procedure => procedure.Status?.Display),
                new("Modifier", procedure => RecordWords.Concepts(procedure.Modifiers)),
            ],
            Concepts = procedure =>
                [
                    ("Procedure", procedure.Code),
                    ("Status", procedure.Status),
                    .. procedure.Modifiers.Select(m => ("Modifier", (CodeableConcept?)m)),
                ],
        };

    /// <summary>Notes and reports.</summary>
    public static RecordSection<DocumentReference> Documents(HealtheIntentClient client) =>
        new()
        {
            Api = RecordKind.DocumentReference.ApiName,
            Read = Reader(client.Documents),
            PatientOf = PatientOf,
            IsWithdrawn = document => Statuses.IsEnteredInError(document.Status),
            View = ChartView.Documents,
            CardTitle = "Documents",
            Noun = "documents",
            SubjectLabel = "Document",
            Subject = document => document.Type ?? document.Category,
            When = document => document.CreatedOn,
            WhenLabel = "Written",
            Status = document => document.Status,
            Columns =
            [
                new("Description", document => document.Description),
                new("Author", document => RecordWords.People(document.Authors)),
                new(
                    "Format",
                    document => RecordWords.Joined(document.Contents.Select(c => c.ContentType))
                ),
            ],
            // Two notes of one kind are two notes.
            Occasion = _ => null,
            Compared = [],
            Concepts = document =>
                [
                    ("Type", document.Type),
                    ("Category", document.Category),
                    ("Status", document.Status),
                ],
        };

    private static Func<
        Sessions.ChartSession,
        CancellationToken,
        IAsyncEnumerable<Page<TRecord>>
    > Reader<TRecord>(RecordApi<TRecord> api)
        where TRecord : ClinicalRecord =>
        (session, cancellation) =>
            api.ListAsync(session.PopulationId, session.PatientId, cancellationToken: cancellation);

    private static string? PatientOf(ClinicalRecord record) => record.Patient?.Id;

    /// <summary>A vaccine that was not given must not read as given, even where no reason came.</summary>
    private static string? NotGiven(Immunization immunization) =>
        RecordWords.Concepts(immunization.NotGivenReasons)
        ?? (immunization.NotGiven == true ? "not given, reason not recorded" : null);
}
