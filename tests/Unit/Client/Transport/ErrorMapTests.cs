using System.Net;
using System.Net.Sockets;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Transport;

public sealed class ErrorMapTests
{
    private const string Envelope = """
        {"code":400,"message":"Bad Request","errorDetails":[
        {"domain":"d","reason":"outOfRange","message":"limit was 151579","locationType":"query","location":"limit"},null,{}]}
        """;

    [Theory]
    [InlineData(400, typeof(InvalidRequestException))]
    [InlineData(401, typeof(UnauthorizedException))]
    [InlineData(403, typeof(NotGrantedException))]
    [InlineData(404, typeof(NotFoundException))]
    [InlineData(405, typeof(InvalidRequestException))]
    [InlineData(408, typeof(UnavailableException))]
    [InlineData(409, typeof(AmbiguousException))]
    [InlineData(412, typeof(InvalidRequestException))]
    [InlineData(422, typeof(InvalidRequestException))]
    [InlineData(429, typeof(ThrottledException))]
    [InlineData(500, typeof(UnavailableException))]
    [InlineData(502, typeof(UnavailableException))]
    [InlineData(503, typeof(UnavailableException))]
    [InlineData(504, typeof(UnavailableException))]
    [InlineData(302, typeof(ContractViolationException))]
    [InlineData(304, typeof(ContractViolationException))]
    public async Task Each_status_has_its_error(int status, Type expected)
    {
        var error = await Fail(StubTransport.Always((HttpStatusCode)status));

        Assert.IsType(expected, error);
        Assert.Equal((HttpStatusCode)status, error.Status);
        Assert.Equal("allergies.list", error.Operation);
        Assert.Equal("allergy", error.Api);
        Assert.Equal(Answer.CorrelationId, error.CorrelationId);
        Assert.Contains($"Status {status}.", error.Message, StringComparison.Ordinal);
        Assert.Contains(Answer.CorrelationId, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_request_says_where_and_why()
    {
        var error = Assert.IsType<InvalidRequestException>(
            await Fail(StubTransport.Always(HttpStatusCode.BadRequest, Envelope))
        );

        Assert.Equal(
            ("limit", "query", "outOfRange"),
            (error.Location, error.LocationType, error.Reason)
        );
        Assert.Equal(2, error.Details.Count);
        Assert.Equal(
            new InvalidRequestDetail("limit", "query", "outOfRange", "limit was 151579", "d"),
            error.Details[0]
        );
    }

    [Theory]
    [InlineData("<html>The page you are attempting to access does not exist.</html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"errorDetails":"none"}""")]
    [InlineData("""{"errorDetails":[{"location":""")]
    public async Task A_body_that_is_no_envelope_still_gives_the_error_of_its_status(string body)
    {
        var error = Assert.IsType<InvalidRequestException>(
            await Fail(StubTransport.Always(HttpStatusCode.BadRequest, body))
        );

        Assert.Null(error.Reason);
    }

    [Theory]
    [InlineData(200, """{"items":[{"id":"secret","onset":""")]
    [InlineData(200, """{"items":[{"id":"secret","reactions":[{"notes":[{"secret":}]}""")]
    [InlineData(200, """{"items":[null]}""")]
    [InlineData(
        400,
        """{"message":"secret","errorDetails":[{"message":"secret","location":"secret"}]}"""
    )]
    [InlineData(500, "secret")]
    public async Task No_message_repeats_the_body_the_address_or_the_credential(
        int status,
        string body
    )
    {
        var error = await Fail(StubTransport.Always((HttpStatusCode)status, body));

        foreach (
            var secret in new[]
            {
                "secret",
                Wire.Patient,
                Wire.Population,
                Wire.Token,
                "limit=100",
                "healtheintent",
            }
        )
            Assert.DoesNotContain(secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_the_wrong_type_is_named_by_its_path()
    {
        var error = await Fail(
            StubTransport.Ok(
                """{"items":[{"id":"a"},{"id":"b","reactions":[{"severity":[[{"codings":[7]}]]}]}]}"""
            )
        );

        Assert.Equal(
            "$.items[1].reactions",
            Assert.IsType<ContractViolationException>(error).JsonPath
        );
    }

    [Theory]
    [InlineData(200, typeof(ContractViolationException))]
    [InlineData(400, typeof(InvalidRequestException))]
    public async Task Bytes_that_are_no_text_are_found_before_anybody_reads_them(
        int status,
        Type expected
    )
    {
        var transport = new StubTransport(
            (_, _) =>
            {
                var answer = Answer.With((HttpStatusCode)status);
                answer.Content = new ByteArrayContent([
                    .. "{\"items\":[{\"later\":\""u8,
                    0xff,
                    .. "\"}],\"errorDetails\":[{\"reason\":\""u8,
                    0xff,
                    .. "\"}]}"u8,
                ]);
                return answer;
            }
        );

        Assert.IsType(expected, await Fail(transport));
    }

    [Fact]
    public async Task An_answer_without_a_correlation_id_is_known_by_the_one_that_was_sent()
    {
        var transport = new StubTransport(
            (_, _) => new HttpResponseMessage(HttpStatusCode.Forbidden)
        );

        var error = await Fail(transport);

        Assert.Equal(transport.Only.Headers["cerner-correlation-id"], error.CorrelationId);
    }

    [Fact]
    public async Task A_correlation_id_that_could_be_anything_is_not_repeated()
    {
        var transport = new StubTransport(
            (_, _) =>
            {
                var response = new HttpResponseMessage(HttpStatusCode.Forbidden);
                response.Headers.TryAddWithoutValidation(
                    "cerner-correlation-id",
                    "John Doe, born 1911"
                );
                return response;
            }
        );

        var error = await Fail(transport);

        Assert.DoesNotContain("John", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Exception, UnavailableReason> Failures =>
        new()
        {
            {
                new HttpRequestException("refused (secret.example:443)", new SocketException(111)),
                UnavailableReason.Unreachable
            },
            { new IOException("reset"), UnavailableReason.Unreachable },
            {
                new TaskCanceledException("connect", new TimeoutException()),
                UnavailableReason.TimedOut
            },
        };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task A_call_without_an_answer_is_unavailable_and_says_why(
        Exception failure,
        UnavailableReason reason
    )
    {
        var transport = new StubTransport((_, _) => throw failure);

        var error = Assert.IsType<UnavailableException>(await Fail(transport));

        Assert.Equal(reason, error.Reason);
        Assert.Null(error.Status);
        Assert.Equal(3, transport.Sent.Count);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_leaves_gets_a_cancellation_and_no_error_of_ours()
    {
        using var leaving = new CancellationTokenSource();
        var transport = new StubTransport(
            async (_, _, token) =>
            {
                await leaving.CancelAsync();
                token.ThrowIfCancellationRequested();
                throw new InvalidOperationException(
                    "The caller's token did not reach the transport."
                );
            }
        );
        using var client = Wire.Client(transport);

        var error = await Assert.ThrowsAsync<OperationCanceledException>(() =>
            client.Allergies(leaving.Token).AllAsync()
        );

        Assert.Equal(leaving.Token, error.CancellationToken);
        Assert.Single(transport.Sent);
    }

    private static async Task<HealtheIntentException> Fail(StubTransport transport)
    {
        using var client = Wire.Client(transport);
        return await Assert.ThrowsAnyAsync<HealtheIntentException>(() =>
            client.Allergies().AllAsync()
        );
    }
}
