using System.Net;
using HeiChartViewer.Tests.Unit.Sandbox.Smart;

namespace HeiChartViewer.Tests.Unit.Sandbox.Fhir;

public sealed class FhirEndpointsTests(SmartHost host) : IClassFixture<SmartHost>
{
    [Theory]
    [InlineData("Patient/151579", HttpStatusCode.OK)]
    [InlineData("Encounter/97151579", HttpStatusCode.OK)]
    [InlineData("Practitioner/4100101", HttpStatusCode.OK)]
    [InlineData("Patient?identifier=4481207731", HttpStatusCode.OK)]
    [InlineData("Patient", HttpStatusCode.BadRequest)]
    [InlineData("Patient/998877", HttpStatusCode.Forbidden)]
    [InlineData("Encounter/97998877", HttpStatusCode.Forbidden)]
    [InlineData("Practitioner/4100102", HttpStatusCode.Forbidden)]
    [InlineData("Encounter/1", HttpStatusCode.NotFound)]
    [InlineData("Observation/1", HttpStatusCode.NotFound)]
    public async Task A_launch_reads_its_own_patient_user_and_encounter(
        string path,
        HttpStatusCode status
    )
    {
        var app = await new SmartApp(host).SignInAsync();
        var token = (await app.TokensAsync()).Text("access_token")!;
        using var answer = await app.ReadAsync(path, token);
        Assert.Equal(status, answer.StatusCode);
        var body = await SandboxHost.ReadAsync(answer);
        Assert.Equal(status != HttpStatusCode.OK, body.Text("resourceType") == "OperationOutcome");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("made-up")]
    public async Task Without_a_token_nothing_is_read(string? token)
    {
        using var answer = token is null
            ? await host.Http.GetAsync("/fhir/r4/Patient/151579")
            : await new SmartApp(host).ReadAsync("Patient/151579", token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal(
            "OperationOutcome",
            (await SandboxHost.ReadAsync(answer)).Text("resourceType")
        );
    }
}
