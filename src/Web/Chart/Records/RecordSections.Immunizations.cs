using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Vaccines given and not given.</summary>
    public static RecordSection<Immunization> Immunizations(TenantClients clients)
    {
        RecordColumn<Immunization> notGiven = new(Phrase.Of("Not given because"), NotGiven);
        RecordColumn<Immunization> dose = new(
            Phrase.Of("Dose"),
            immunization => RecordWords.Quantity(immunization.Dose)
        );
        RecordColumn<Immunization> lot = new(
            Phrase.Of("Lot"),
            immunization => immunization.LotNumber
        );
        return new()
        {
            Api = RecordKind.Immunization.ApiName,
            Kind = RecordKind.Immunization,
            Read = Reader(session => clients.Of(session).Immunizations),
            Source = session => clients.Of(session).Immunizations,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = immunization => Statuses.IsEnteredInError(immunization.Status),
            View = ChartView.Immunizations,
            CardTitle = Phrase.Of("Immunizations"),
            Noun = Phrase.Of("immunizations"),
            SubjectLabel = Phrase.Of("Vaccine"),
            Subject = immunization => immunization.Code,
            When = immunization => immunization.OccurredOn,
            WhenLabel = Phrase.Of("Date"),
            Status = immunization => immunization.Status,
            Columns =
            [
                notGiven,
                dose,
                lot,
                new(Phrase.Of("Manufacturer"), immunization => immunization.Manufacturer),
            ],
            GroupOf = row => row.Lead.Code?.Display ?? Say("Not named by the source"),
            Occasion = immunization => Occasions.Day(immunization.OccurredOn),
            Compared = [notGiven, dose, lot],
            Concepts = immunization =>
                [
                    (Phrase.Of("Vaccine"), immunization.Code),
                    (Phrase.Of("Status"), immunization.Status),
                    (Phrase.Of("Site"), immunization.Site),
                    (Phrase.Of("Route"), immunization.Route),
                    .. immunization.NotGivenReasons.Select(r =>
                        (Phrase.Of("Not given because"), (CodeableConcept?)r)
                    ),
                ],
        };
    }

    /// <summary>A vaccine that was not given must not read as given, even where no reason came.</summary>
    private static string? NotGiven(Immunization immunization) =>
        RecordWords.Concepts(immunization.NotGivenReasons)
        ?? (immunization.NotGiven == true ? Say("not given, reason not recorded") : null);
}
