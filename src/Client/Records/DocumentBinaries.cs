using System.Net;
using System.Net.Http.Headers;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>The documents themselves, which the document references point to.</summary>
[AssumedContract(
    "The Longitudinal Record API has binaries of any media type (contract 6.9); their path, and that Accept names the stored type, are inferred.",
    Api = "longitudinal-record"
)]
public static class DocumentBinaries
{
    private static readonly MediaTypeWithQualityHeaderValue Any = new("*/*");

    private static readonly ApiOperation Open = new(
        "binaries.open",
        "longitudinal-record",
        HttpMethod.Get,
        "/longitudinal-record/v1/populations/{populationId}/patients/{patientId}/binaries/{binaryId}"
    )
    {
        Streams = true,
    };

    /// <summary>
    /// Opens a binary for reading as it arrives. The attempt's timeout ends with the headers; from there
    /// <see cref="LimitOptions.BinaryStallTimeout"/> and <see cref="LimitOptions.MaxBinaryBytes"/> bound the reading.
    /// </summary>
    /// <param name="documents">The API of the documents.</param>
    /// <param name="populationId">The population.</param>
    /// <param name="patientId">The patient.</param>
    /// <param name="binaryId">The binary, as <see cref="DocumentContent.Binary"/> names it.</param>
    /// <param name="contentType">The stored media type, as <see cref="DocumentContent.ContentType"/> names it; null takes any.</param>
    /// <param name="cancellationToken">Ends the opening; the reading has tokens of its own.</param>
    /// <exception cref="ArgumentException">An ID is blank or too long; nothing was sent.</exception>
    /// <exception cref="NotFoundException">The patient or the binary does not exist.</exception>
    /// <exception cref="HealtheIntentException">The binary could not be had.</exception>
    public static async Task<DocumentBinary> OpenBinaryAsync(
        this RecordApi<DocumentReference> documents,
        string populationId,
        string patientId,
        string binaryId,
        string? contentType = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(documents);
        var caller = documents.Caller;
        using var request = new HttpRequestMessage(
            Open.Method,
            ApiAddress.Of(Open, caller.Endpoints, populationId, patientId, binaryId).ToUri()
        );
        // What a source wrote as the media type need not be one.
        request.Headers.Accept.Add(
            MediaTypeWithQualityHeaderValue.TryParse(contentType, out var stored) ? stored : Any
        );
        var answer = await caller.OpenAsync(Open, request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (answer.Response.StatusCode is not HttpStatusCode.OK)
                throw new ContractViolationException(
                    answer.Call,
                    "the answer is not a whole binary."
                );
            var length = answer.Response.Content.Headers.ContentLength;
            if (length > caller.Limits.MaxBinaryBytes)
                throw new ContractViolationException(
                    answer.Call,
                    "the binary has more bytes than the limit."
                );
            var body = await answer
                .Response.Content.ReadAsStreamAsync(cancellationToken)
                .ConfigureAwait(false);
            return new DocumentBinary(
                answer,
                new BinaryStream(body, length, caller.Limits, caller.Time, answer.Call)
            );
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
