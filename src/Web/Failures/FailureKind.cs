namespace HeiChartViewer.Web.Failures;

/// <summary>The ways in which HealtheIntent can fail to answer, each with its own words.</summary>
public enum FailureKind
{
    /// <summary>401: the system account's credential is missing, wrong or revoked.</summary>
    Unauthorized,

    /// <summary>403: the system account has not been granted the API.</summary>
    NotGranted,

    /// <summary>404: HealtheIntent does not know the patient by this id (any more).</summary>
    NotFound,

    /// <summary>400, 409, 412, 422: HealtheIntent did not accept the question.</summary>
    Rejected,

    /// <summary>429: the tenant limits requests.</summary>
    Throttled,

    /// <summary>5xx.</summary>
    ServerError,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>No connection.</summary>
    Unreachable,

    /// <summary>The answer ended before it was complete.</summary>
    Truncated,

    /// <summary>The answer is not what the contract promises.</summary>
    BrokenAnswer,

    /// <summary>So many calls failed that asking again was put off.</summary>
    Resting,

    /// <summary>Too many calls of our own are waiting.</summary>
    Busy,

    /// <summary>The answer is about another patient (control 38).</summary>
    ForeignPatient,

    /// <summary>This deployment keeps it behind glass, which the user has not broken (control 64).</summary>
    Withheld,

    /// <summary>A defect of this viewer.</summary>
    ViewerFault,
}
