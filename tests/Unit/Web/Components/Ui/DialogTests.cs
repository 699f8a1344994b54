using Bunit;
using HeiChartViewer.Web.Components.Ui;

namespace HeiChartViewer.Tests.Unit.Web.Components.Ui;

/// <summary>What a reader opens is on the screen, however quickly it follows on what they have closed.</summary>
public sealed class DialogTests : BunitContext
{
    [Fact]
    public void A_record_that_is_opened_while_the_one_before_still_closes_is_shown()
    {
        var script = JSInterop.SetupModule("./Components/Ui/Dialog.razor.js");
        script.Mode = JSRuntimeMode.Loose;
        var dialog = Render<Dialog>(with =>
            with.Add(one => one.Title, "First").Add(one => one.IsOpen, true)
        );

        // The browser closes at once; the server draws the next record before it has heard of that.
        dialog.Find("dialog").TriggerEvent("onclose", EventArgs.Empty);
        dialog.Render(with => with.Add(one => one.Title, "Second"));

        Assert.Equal(2, script.Invocations["show"].Count);
    }

    [Fact]
    public void What_the_viewer_has_closed_itself_is_not_closed_once_more()
    {
        JSInterop.SetupModule("./Components/Ui/Dialog.razor.js").Mode = JSRuntimeMode.Loose;
        var closed = 0;
        var dialog = Render<Dialog>(with =>
            with.Add(one => one.Title, "First")
                .Add(one => one.IsOpen, true)
                .Add(one => one.Closed, () => closed++)
        );

        dialog.Render(with => with.Add(one => one.IsOpen, false));
        dialog.Find("dialog").TriggerEvent("onclose", EventArgs.Empty);

        Assert.Equal(0, closed);
    }
}
