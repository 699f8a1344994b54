using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace HeiChartViewer.Bench.Chart.Button;

/// <summary>The document around the button.</summary>
[Route("/")]
public sealed class ButtonDocument : ComponentBase
{
    public const string Script = "/_framework/blazor.web.js";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "html");
        builder.OpenElement(1, "head");
        builder.OpenElement(2, "base");
        builder.AddAttribute(3, "href", "/");
        builder.CloseElement();
        builder.CloseElement();
        builder.OpenElement(4, "body");
        builder.OpenComponent<OneButton>(5);
        builder.AddComponentRenderMode(new InteractiveServerRenderMode(prerender: false));
        builder.CloseComponent();
        builder.OpenElement(6, "script");
        builder.AddAttribute(7, "src", Script);
        builder.CloseElement();
        builder.CloseElement();
        builder.CloseElement();
    }
}
