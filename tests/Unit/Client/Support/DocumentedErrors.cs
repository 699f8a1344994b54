using System.Net;
using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>Which error each documented status is, where it does not answer the question (contract 8.4).</summary>
internal static class DocumentedErrors
{
    public static IReadOnlyDictionary<HttpStatusCode, Type> All { get; } =
        new Dictionary<HttpStatusCode, Type>
        {
            // Documented as success, and without the body that an operation that reads must have.
            [HttpStatusCode.NoContent] = typeof(ContractViolationException),
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
        };
}
