using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Vaccines given and not given.</summary>
    public static RecordSection<Immunization> Immunizations(HealtheIntentClient client)
    {
        RecordColumn<Immunization> notGiven = new("Not given because", NotGiven);
        RecordColumn<Immunization> dose = new(
            "Dose",
            immunization => RecordWords.Quantity(immunization.Dose)
        );
        RecordColumn<Immunization> lot = new("Lot", immunization => immunization.LotNumber);
        return new()
        {
            Api = RecordKind.Immunization.ApiName,
            Read = Reader(client.Immunizations),
            Source = client.Immunizations,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
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
                notGiven,
                dose,
                lot,
                new("Manufacturer", immunization => immunization.Manufacturer),
            ],
            Occasion = immunization => Occasions.Day(immunization.OccurredOn),
            Compared = [notGiven, dose, lot],
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
    }

    /// <summary>A vaccine that was not given must not read as given, even where no reason came.</summary>
    private static string? NotGiven(Immunization immunization) =>
        RecordWords.Concepts(immunization.NotGivenReasons)
        ?? (immunization.NotGiven == true ? "not given, reason not recorded" : null);
}
