using System.Net;
using AngleSharp.Html.Parser;
using HeiChartViewer.Sandbox.Exchange;
using HeiChartViewer.Tests.Unit.Sandbox.Exchange.Fhir;

namespace HeiChartViewer.Tests.Unit.Sandbox.Smart;

/// <summary>SMART launches of a population that came from FHIR: its only source is not the hospital of the grown one.</summary>
public sealed class ImportedLaunchTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("imported").FullName;
    private SmartHost _host = null!;
    private string _partition = "";

    public async Task InitializeAsync()
    {
        var (fhir, population) = (
            Path.Combine(_folder, "fhir"),
            Path.Combine(_folder, "population.json")
        );
        Directory.CreateDirectory(fhir);
        File.WriteAllText(Path.Combine(fhir, "bundle.json"), SyntheticBundle.Json);
        await using var output = new StringWriter();
        ImportFhirCommand.Run(fhir, population, output);
        _host = new SmartHost { Population = population };
        await _host.InitializeAsync();
        _partition = Assert.Single(_host.Server.DataPartitions).Id;
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task An_EHR_launch_names_the_source_it_is_from_and_reads_its_patient()
    {
        var app = await new SmartApp(_host)
        {
            LaunchPath = $"/ehr/launches/{_partition}/p1",
        }.SignInAsync();
        var tokens = await app.TokensAsync();

        Assert.NotEqual(SandboxHost.StBrigid, _partition);
        Assert.Equal(_partition, _host.Server.SmartDataPartition.Id);
        Assert.Equal("p1", tokens.Text("patient"));
        Assert.Equal(
            _partition,
            tokens.GetProperty("fhirContext")[0].Member("identifier")?.Text("value")
        );
        var token = tokens.Text("access_token")!;
        foreach (var path in (string[])["Patient/p1", $"Encounter/{tokens.Text("encounter")}"])
        {
            using var read = await app.ReadAsync(path, token);
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        }
        using var found = await app.ReadAsync("Patient?identifier=urn:fhir:import|MRN-77", token);
        Assert.Equal(1, (await SandboxHost.ReadAsync(found)).GetProperty("total").GetInt32());
        using var elsewhere = await app.ReadAsync("Patient?identifier=urn:other|MRN-77", token);
        Assert.Equal(0, (await SandboxHost.ReadAsync(elsewhere)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_standalone_launch_offers_its_patients()
    {
        var app = await new SmartApp(_host).SignInAsync();
        using var page = await app.AuthorizeAsync(app.Request(null));
        var offered = new HtmlParser()
            .ParseDocument(await page.Content.ReadAsStringAsync())
            .QuerySelectorAll("#patient option")
            .Select(option => option.GetAttribute("value"));
        Assert.Equal(["fhir-p1"], offered);

        using var allowed = await app.PostAsync(
            "/fhir/r4/auth/consent",
            new()
            {
                ["consent"] = await SmartApp.ConsentOf(page),
                ["patient"] = "fhir-p1",
                ["decision"] = "allow",
            }
        );
        using var answer = await app.TokenAsync(app.Exchange(SmartApp.QueryOf(allowed)["code"]!));
        var tokens = await SandboxHost.ReadAsync(answer);
        Assert.Equal("p1", tokens.Text("patient"));
        using var read = await app.ReadAsync("Patient/p1", tokens.Text("access_token")!);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task With_one_patient_the_other_patient_of_a_misbehaviour_is_nobody()
    {
        var app = await new SmartApp(_host)
        {
            LaunchPath = $"/ehr/launches/{_partition}/p1",
        }.SignInAsync();
        await _host.MisbehaveAsync("otherPatient");
        Assert.Equal("998877", (await app.TokensAsync()).Text("patient"));
    }
}
