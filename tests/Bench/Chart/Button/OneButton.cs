using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace HeiChartViewer.Bench.Chart.Button;

/// <summary>A button that counts: the least that a circuit can hold and answer.</summary>
public sealed class OneButton : ComponentBase
{
    private int _count;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "button");
        builder.AddAttribute(
            1,
            "onclick",
            EventCallback.Factory.Create<MouseEventArgs>(this, () => _count++)
        );
        builder.AddContent(2, _count);
        builder.CloseElement();
    }
}
