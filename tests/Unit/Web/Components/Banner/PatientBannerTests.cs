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
    public void UX_10_Identity_and_death_are_in_sight_whatever_the_host_shows(string part)
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
    public void PAB_0055_The_banner_of_a_deceased_patient_is_marked_in_either_form()
    {
        Assert.Single(Banner(needsBanner: true).FindAll(".banner.deceased"));
        Assert.Single(Banner(needsBanner: false).FindAll(".banner.deceased.strip"));
    }

    [Fact]
    public void PAB_0016_PAB_0076_Name_born_gender_and_identifiers_stand_in_this_order_for_the_eye_and_for_Tab()
    {
        var banner = Banner(
            needsBanner: true,
            Record with
            {
                Aliases = [new Alias { Type = "MRN", Value = "4040" }],
            }
        );

        Assert.Equal(
            ["name", "born", "died", "gender", "identifier", "source-person", "allergies"],
            banner.FindAll("[data-banner]").Select(part => part.GetAttribute("data-banner"))
        );
        Assert.Empty(banner.FindAll("[tabindex]"));
    }

    [Fact]
    public void PAB_0061_A_preferred_name_is_below_the_name_and_not_in_its_place()
    {
        var banner = Banner(
            needsBanner: true,
            Record with
            {
                Names =
                [
                    .. Record.Names,
                    new PersonName { Use = "preferred", GivenNames = ["Ana"] },
                ],
            }
        );

        Assert.Equal(
            ["ROBERSON, Analisa", "Preferred Ana"],
            banner.FindAll(".who > div").Select(line => line.TextContent.Trim())
        );
    }

    [Fact]
    public void PAB_0033_PAB_0042_The_birth_date_has_the_age_in_brackets_and_no_label_a_colon()
    {
        var banner = Banner(
            needsBanner: true,
            Record with
            {
                Names =
                [
                    .. Record.Names,
                    new PersonName { Use = "preferred", GivenNames = ["Ana"] },
                ],
                Aliases = [new Alias { Type = "MRN", Value = "4040" }, new Alias { Value = "77" }],
                DeathDate = null,
            }
        );

        Assert.Equal("20-Aug-1934 (92y)", banner.Find("[data-banner=born]").TextContent);
        Assert.Equal(
            ["Born", "Gender", "MRN", "Identifier"],
            banner.FindAll("dt").Select(label => label.TextContent)
        );
        Assert.DoesNotContain(":", banner.Find("header").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void PAB_0019_What_is_not_recorded_is_said_in_words_and_never_by_a_question_mark()
    {
        var banner = Banner(
            needsBanner: true,
            new() { SourceIdentifier = Record.SourceIdentifier }
        );

        Assert.Equal("Name not recorded", banner.Find("[data-banner=name]").TextContent);
        Assert.Equal("not recorded", banner.Find("[data-banner=born]").TextContent);
        Assert.Equal("not recorded", banner.Find("[data-banner=gender]").TextContent);
        Assert.DoesNotContain("?", banner.Find("header").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-05", "05-Jan-2026 (aged 91y)")]
    [InlineData("2026-01", "Jan-2026")]
    [InlineData(null, "date not recorded")]
    public void PAB_0024_The_dead_have_the_age_at_death_where_the_day_is_known_and_no_age_of_today(
        string? died,
        string shown
    )
    {
        var banner = Banner(
            needsBanner: true,
            Record with
            {
                Deceased = true,
                DeathDate = died is null ? null : PartialDate.Parse(died),
            }
        );

        Assert.Equal(shown, banner.Find("[data-banner=died]").TextContent);
        Assert.Equal("20-Aug-1934", banner.Find("[data-banner=born]").TextContent);
    }

    [Fact]
    public void PAB_0021_There_is_no_photograph() =>
        Assert.Empty(Banner(needsBanner: true).FindAll("img, picture, video, canvas, image"));

    [Theory]
    [InlineData("Female", "Male", "Gender", "Female")]
    [InlineData(null, "Male", "Sex at birth", "Male")]
    [InlineData(null, null, "Gender", "not recorded")]
    public void Sex_at_birth_is_named_for_what_it_is_and_never_for_the_gender(
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
