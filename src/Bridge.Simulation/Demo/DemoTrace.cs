namespace Bridge.Simulation.Demo;

/// <summary>By what an account on impact.com can be told to be a publisher of the pack.</summary>
public enum DemoTrace
{
    /// <summary>MPValue1 is the SID.</summary>
    Value1,

    /// <summary>The site's domain.</summary>
    Domain,

    /// <summary>The e-mail address.</summary>
    Email,
}
