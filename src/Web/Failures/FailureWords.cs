using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Finding;

namespace HeiChartViewer.Web.Failures;

/// <summary>
/// What is said of a failure: first the fact, then the reason. No wording here may read as absence of records
/// (design rule 2).
/// </summary>
public static class FailureWords
{
    /// <summary>Why it failed and what it takes, one or two sentences.</summary>
    public static string Reason(HealtheIntentFailure failure) =>
        failure.Kind switch
        {
            FailureKind.Unauthorized => Say(
                "HealtheIntent did not accept this viewer's system account (401). Its credential has to be renewed by an administrator."
            ),
            FailureKind.NotGranted => Say(
                $"This viewer's system account has not been granted the {failure.Api} API (403). An administrator can grant it in the HealtheIntent console."
            ),
            FailureKind.NotFound when failure.Api == LegacySolution.Registries => Say(
                "HealtheIntent has no registries for this patient, or none at all (404)."
            ),
            FailureKind.NotFound when failure.Api == TenantSearch.Api => Say(
                "HealtheIntent has no chart search for this patient, or none at all (404)."
            ),
            FailureKind.NotFound => Say(
                "HealtheIntent did not find the patient by the id it gave at launch (404)."
            ),
            FailureKind.Rejected => Say("HealtheIntent did not accept the question.")
                + Status(failure),
            FailureKind.Throttled => failure.RetryAfter is { } wait
                ? Say($"The tenant is limiting requests (429) and asks to wait {Wait(wait)}.")
                : Say("The tenant is limiting requests (429). Wait a moment before trying again."),
            FailureKind.ServerError => Say("HealtheIntent reported a fault of its own.")
                + Status(failure),
            FailureKind.TimedOut => Say("HealtheIntent did not answer in time."),
            FailureKind.Unreachable => Say("HealtheIntent could not be reached."),
            FailureKind.Truncated => Say(
                "HealtheIntent's answer broke off before it was complete."
            ),
            FailureKind.BrokenAnswer => Say("HealtheIntent's answer could not be read."),
            FailureKind.Resting => Say(
                "HealtheIntent has failed several times in a row; the viewer pauses for a few seconds before it asks again."
            ),
            FailureKind.Busy => Say("This viewer has too many questions waiting."),
            FailureKind.ForeignPatient => Say(
                "HealtheIntent's answer was not about this patient, so it was withheld. Report this at once."
            ),
            FailureKind.Withheld => Say(
                "It stands behind glass here, and HealtheIntent was not asked. Who may break the glass sees it for a while."
            ),
            FailureKind.ViewerFault => Say("This viewer made a mistake while it read the answer."),
            _ => throw new ArgumentOutOfRangeException(nameof(failure), failure.Kind, null),
        };

    /// <summary>Whether the reader gains anything by trying again.</summary>
    public static bool CanRetry(HealtheIntentFailure failure) =>
        failure.Kind
            is not (FailureKind.ForeignPatient or FailureKind.Rejected or FailureKind.Withheld);

    private static string Status(HealtheIntentFailure failure) =>
        failure.Status is { } status ? $" ({status})" : "";

    private static string Wait(TimeSpan wait) =>
        wait < TimeSpan.FromSeconds(90)
            ? $"{Math.Ceiling(wait.TotalSeconds):0} s"
            : $"{Math.Ceiling(wait.TotalMinutes):0} min";
}
