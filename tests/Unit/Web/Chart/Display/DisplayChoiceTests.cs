using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Display;
using HeiChartViewer.Web.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Display;

/// <summary>How the viewer looks is the reader's choice, and what a browser keeps of it says nothing else (rule 7).</summary>
public sealed class DisplayChoiceTests
{
    [Fact]
    public void Every_choice_comes_back_as_it_was_kept()
    {
        foreach (var theme in Enum.GetValues<DisplayTheme>())
        foreach (var density in Enum.GetValues<DisplayDensity>())
        foreach (var keys in new[] { true, false })
        foreach (var language in UiLanguage.All.Append(null))
        {
            var choice = new DisplayChoice(theme, density, keys, language);
            Assert.Equal(choice, DisplayChoice.Parse(choice.Text));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("dark")]
    [InlineData("dark.compact.keys.sv.more")]
    [InlineData("\"><script>.1.2")]
    public void What_is_none_of_ours_is_the_default(string? kept) =>
        Assert.Equal(DisplayChoice.Default, DisplayChoice.Parse(kept));

    [Fact]
    public void A_part_that_is_none_of_ours_leaves_the_others()
    {
        Assert.Equal(
            DisplayChoice.Default with
            {
                Theme = DisplayTheme.Contrast,
                HasLetterKeys = false,
            },
            DisplayChoice.Parse("contrast.2.nokeys.tlh")
        );
    }

    [Theory]
    [InlineData("http", "heichartviewer-display")]
    [InlineData("https", "__Host-heichartviewer-display")]
    public void The_cookie_is_read_by_the_name_its_scheme_allows(string scheme, string name)
    {
        var request = new DefaultHttpContext().Request;
        request.Scheme = scheme;
        request.Headers.Cookie = $"other=light.normal.keys.auto; {name}=dark.comfortable.keys.sv";

        Assert.Equal(
            new DisplayChoice(
                DisplayTheme.Dark,
                DisplayDensity.Comfortable,
                HasLetterKeys: true,
                UiLanguage.Swedish
            ),
            DisplayCookie.Read(request)
        );
    }

    [Fact]
    public void The_last_choice_holds()
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddFlux(store =>
                store.AddFeature<DisplayFeature>().AddReducers(typeof(DisplayReducers))
            )
            .BuildServiceProvider();
        using var scope = services.CreateScope();
        var state = scope.ServiceProvider.GetRequiredService<IState<DisplayState>>();
        Assert.Equal(DisplayChoice.Default, state.Value.Choice);
        var dispatcher = scope.ServiceProvider.GetRequiredService<IDispatcher>();
        var chosen = DisplayChoice.Default with { Theme = DisplayTheme.Light };

        dispatcher.Dispatch(
            new DisplayChosen(DisplayChoice.Default with { Density = DisplayDensity.Normal })
        );
        dispatcher.Dispatch(new DisplayChosen(chosen));

        Assert.Equal(chosen, state.Value.Choice);
    }
}
