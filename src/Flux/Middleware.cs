namespace HeiChartViewer.Flux;

/// <summary>Sees every action before and after it is reduced, and may veto it.</summary>
public abstract class Middleware
{
    /// <summary>Called once; actions wait until every middleware is ready.</summary>
    public virtual Task InitializeAsync(IDispatcher dispatcher, IStore store) => Task.CompletedTask;

    /// <summary>Called once, when all are ready.</summary>
    public virtual void AfterInitializeAllMiddlewares() { }

    /// <summary>False drops the action silently; so does a failure.</summary>
    public virtual bool MayDispatchAction(object action) => true;

    /// <summary>Before the first feature reduces the action.</summary>
    public virtual void BeforeDispatch(object action) { }

    /// <summary>After the last feature has reduced it and subscribers know, before effects start.</summary>
    public virtual void AfterDispatch(object action) { }
}
