using System.Net;
using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>A call that reads: what it sends, and which error each documented status is (contract 8.4).</summary>
internal static class ReadCall
{
    public static readonly IReadOnlyDictionary<HttpStatusCode, Type> Errors = new Dictionary<
        HttpStatusCode,
        Type
    >
    {
        [HttpStatusCode.NotModified] = typeof(ContractViolationException),
        [HttpStatusCode.BadRequest] = typeof(InvalidRequestException),
        [HttpStatusCode.Unauthorized] = typeof(UnauthorizedException),
        [HttpStatusCode.Forbidden] = typeof(NotGrantedException),
        [HttpStatusCode.NotFound] = typeof(NotFoundException),
        [HttpStatusCode.Conflict] = typeof(AmbiguousException),
        [HttpStatusCode.PreconditionFailed] = typeof(InvalidRequestException),
        [HttpStatusCode.UnprocessableEntity] = typeof(InvalidRequestException),
        [HttpStatusCode.TooManyRequests] = typeof(ThrottledException),
        [HttpStatusCode.InternalServerError] = typeof(UnavailableException),
        [HttpStatusCode.BadGateway] = typeof(UnavailableException),
        [HttpStatusCode.ServiceUnavailable] = typeof(UnavailableException),
        [HttpStatusCode.GatewayTimeout] = typeof(UnavailableException),
        // Documented as success, and without the body that an operation that reads must have.
        [HttpStatusCode.NoContent] = typeof(ContractViolationException),
    };

    /// <summary>Makes a call once for each status.</summary>
    public static async Task AssertErrorsAsync(Func<HealtheIntentClient, Task> call)
    {
        foreach (var (status, error) in Errors)
        {
            using var client = Wire.Client(
                StubTransport.Always(status, status is HttpStatusCode.NoContent ? "" : "{}")
            );
            await Assert.ThrowsAsync(error, () => call(client));
        }
    }

    /// <summary>Asserts a request that reads: its line, and the headers and the body of every call.</summary>
    public static void AssertSent(SentRequest sent, string address)
    {
        Assert.Equal(HttpMethod.Get, sent.Method);
        Assert.Equal(address, sent.Address.AbsoluteUri);
        Assert.Null(sent.Body);
        Assert.Equal("application/json", sent.Headers["Accept"]);
        Assert.Equal($"Bearer {Wire.Token}", sent.Headers["Authorization"]);
        Assert.Equal(
            ["Accept", "Authorization", "cerner-correlation-id", "User-Agent"],
            sent.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase)
        );
    }
}
