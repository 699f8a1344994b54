using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Components.Banner;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.Banner;

public sealed class PatientBannerTests : BunitContext
{
    private static readonly DemographicRecord Record = new()
    {
        SourceIdentifier = new(Sample.Partition, "151579"),
        Names = [new PersonName { Formatted = "ROBERSON, Analisa" }],
        BirthDate = PartialDate.Parse("1934-08-20"),
        Gender = Sample.Text("Female"),
        DeathDate = PartialDate.Parse("2026-01-05"),
    };

    public PatientBannerTests()
    {
        Services.AddSingleton<SectionDefinition<DemographicRecord>>(
            RecordSections.Demographics(Sample.Clients())
        );
        Services.AddSingleton(RecordSections.Allergies(Sample.Clients()));
        Services.AddSingleton(new DataPartitions([new(Sample.Partition, "St. Brigid")]));
        Services.AddSingleton<TimeProvider>(new ManualClock());
        Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<DemographicRecord>>()
                .AddReducers(typeof(SectionReducers<DemographicRecord>))
                .AddFeature<SectionFeature<Allergy>>()
                .AddReducers(typeof(SectionReducers<Allergy>))
        );
    }

    [Theory]
    [InlineData("name")]
    [InlineData("born")]
    [InlineData("died")]
    [InlineData("source-person")]
    public void Identity_and_death_are_in_sight_whatever_the_host_shows(string part)
    {
        foreach (var needsBanner in new[] { true, false })
        {
            var banner = Banner(needsBanner);
            Assert.NotEmpty(banner.Find($"[data-banner={part}]").TextContent);
            Assert.Empty(banner.FindAll($"details [data-banner={part}]"));
        }
    }

    [Theory]
    [InlineData("gender")]
    [InlineData("allergies")]
    public void The_rest_is_folded_away_only_where_the_host_shows_the_patient_itself(string part)
    {
        Assert.Empty(Banner(needsBanner: true).FindAll("details"));
        Assert.Single(Banner(needsBanner: false).FindAll($"details [data-banner={part}]"));
    }

    [Fact]
    public void The_banner_of_a_deceased_patient_is_marked_in_either_form()
    {
        Assert.Single(Banner(needsBanner: true).FindAll(".banner.deceased"));
        Assert.Single(Banner(needsBanner: false).FindAll(".banner.deceased.strip"));
    }

    [Theory]
    [InlineData("Female", "Male", "Gender", "Female")]
    [InlineData(null, "Male", "Sex at birth", "Male")]
    [InlineData(null, null, "Gender", "not recorded")]
    public void PAB_0016_Sex_at_birth_is_named_for_what_it_is_and_never_for_the_gender(
        string? gender,
        string? birthSex,
        string label,
        string value
    )
    {
        var stated = Banner(
                needsBanner: true,
                Record with
                {
                    Gender = gender is null ? null : Sample.Text(gender),
                    BirthSex = birthSex is null ? null : Sample.Text(birthSex),
                }
            )
            .Find("[data-banner=gender]");

        Assert.Equal(value, stated.TextContent);
        Assert.Equal(label, stated.ParentElement!.QuerySelector("dt")!.TextContent);
    }

    private IRenderedComponent<PatientBanner> Banner(
        bool needsBanner,
        DemographicRecord? record = null
    )
    {
        var session = Sample.Session() with
        {
            Host = new HostContext { NeedsPatientBanner = needsBanner },
        };
        var load = new LoadSection<DemographicRecord>(session);
        var dispatcher = Services.GetRequiredService<IDispatcher>();
        dispatcher.Dispatch(load);
        dispatcher.Dispatch(
            new SectionPageReceived<DemographicRecord>(load, [record ?? Record], session.OpenedAt)
        );
        dispatcher.Dispatch(new SectionReceived<DemographicRecord>(load, session.OpenedAt, false));
        return Render<PatientBanner>(parameters =>
            parameters.Add(banner => banner.Session, session)
        );
    }
}
