using Microsoft.AspNetCore.Http.Features;

namespace HeiChartViewer.Tests.Unit.Web.Security;

/// <summary>A response that starts when it is told to.</summary>
internal sealed class StartingResponse : HttpResponseFeature
{
    private readonly Stack<Func<Task>> _starting = [];

    public override void OnStarting(Func<object, Task> callback, object state) =>
        _starting.Push(() => callback(state));

    public async Task FireAsync()
    {
        while (_starting.TryPop(out var next))
            await next();
    }
}
