using HeiChartViewer.Tests.E2E.Fixtures;
using Microsoft.Playwright;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>The script that hides a chart at its deadline, alone in a page, with a server and a clock of the test's.</summary>
[Collection(ViewerCollection.Name)]
public sealed class IdleGuardScriptSpec(Viewer viewer)
{
    private const int Left = 60_000;
    private const int OnTheWay = 10_000;

    [Fact]
    public async Task Control_50_An_answer_that_was_long_on_its_way_puts_the_deadline_off_by_none_of_it()
    {
        var page = await GuardedAsync();
        await page.Clock.RunForAsync(OnTheWay);

        await AnswerAsync(page, "Left", Left);

        await page.Clock.RunForAsync(Left - OnTheWay - 500);
        Assert.False(await IsConcealedAsync(page));
        await page.Clock.RunForAsync(600);
        Assert.True(await IsConcealedAsync(page));
        Assert.Contains("of the patient", await page.ContentAsync(), StringComparison.Ordinal);
        await page.Clock.RunForAsync(700);
        await AssertClearedAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Control_48_A_sign_puts_it_off_from_when_it_was_given_and_a_scripted_one_does_not()
    {
        var page = await GuardedAsync();
        await AnswerAsync(page, "Left", Left);
        await page.Clock.RunForAsync(30_000);
        await page.EvaluateAsync("() => dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))");
        Assert.Equal(0, await page.EvaluateAsync<int>("() => asked.length"));

        await page.Keyboard.PressAsync("Shift");
        await page.Clock.RunForAsync(OnTheWay);
        await AnswerAsync(page, "Present", Left);

        await page.Clock.RunForAsync(Left - OnTheWay - 500);
        Assert.False(await IsConcealedAsync(page));
        await page.Clock.RunForAsync(1_300);
        await AssertClearedAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Control_46_What_is_hidden_at_the_deadline_comes_back_where_the_server_says_that_there_is_time()
    {
        var page = await GuardedAsync();
        await AnswerAsync(page, "Left", Left);
        await page.Clock.RunForAsync(Left + 100);
        Assert.True(await IsConcealedAsync(page));

        await AnswerAsync(page, "Left", Left);

        Assert.False(await IsConcealedAsync(page));
        await page.Clock.RunForAsync(Left - 500);
        Assert.Contains("of the patient", await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    /// <summary>A page under the script's guard, which has asked how much time is left and has no answer yet.</summary>
    private async Task<IPage> GuardedAsync()
    {
        var page = await viewer.PageAsync();
        await page.GotoAsync(viewer.App.ToString());
        await page.Clock.InstallAsync(new() { Time = "2026-11-23T07:00:00Z" });
        await page.Clock.PauseAtAsync("2026-11-23T08:00:00Z");
        await page.EvaluateAsync(
            """
            async (left) => {
              document.body.innerHTML = "<dialog></dialog><p hidden data-session-guard>Cleared here.</p><main>of the patient</main>";
              const { guard } = await import("/Components/Ui/IdleGuard.razor.js");
              window.asked = [];
              const server = { invokeMethodAsync: (what) => new Promise((answer) => asked.push({ what, answer })) };
              guard(document.querySelector("dialog"), server, 15_000, left);
            }
            """,
            Left
        );
        return page;
    }

    /// <summary>Answers the one thing that was asked.</summary>
    private static async Task AnswerAsync(IPage page, string what, int left) =>
        Assert.Equal(
            what,
            await page.EvaluateAsync<string>(
                "async (left) => { const { what, answer } = asked.shift(); answer(left); await Promise.resolve(); return what; }",
                left
            )
        );

    private static Task<bool> IsConcealedAsync(IPage page) =>
        page.EvaluateAsync<bool>("() => 'concealed' in document.documentElement.dataset");

    private static async Task AssertClearedAsync(IPage page)
    {
        var content = await page.ContentAsync();
        Assert.Contains("ClearedHere", content, StringComparison.Ordinal);
        Assert.DoesNotContain("of the patient", content, StringComparison.Ordinal);
    }
}
