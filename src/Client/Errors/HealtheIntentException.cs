using System.Net;

namespace HealtheIntent.Client;

/// <summary>
/// A call to HealtheIntent failed. The message carries the operation, the status and the correlation ID, and never a
/// body, a query or an identifier of a patient.
/// </summary>
public abstract class HealtheIntentException : Exception
{
    private protected HealtheIntentException(
        string problem,
        FailedCall call,
        Exception? innerException = null
    )
        : base(call.Describe(problem), innerException)
    {
        Operation = call.Operation;
        Api = call.Api;
        Status = call.Status;
        CorrelationId = call.CorrelationId;
    }

    /// <summary>The operation that failed, such as <c>allergies.list</c>.</summary>
    public string Operation { get; }

    /// <summary>The API that was called, such as <c>allergy</c>.</summary>
    public string Api { get; }

    /// <summary>The status of the answer; null when there was none.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>The ID the platform gave to the answer, else the one sent with the request; quote it to the vendor.</summary>
    public string? CorrelationId { get; }
}
