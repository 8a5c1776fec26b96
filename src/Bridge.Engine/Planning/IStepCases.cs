namespace Bridge.Engine.Planning;

/// <summary>One member per kind of step: a new kind breaks every implementation at compile time, a <c>switch</c> would not.</summary>
/// <typeparam name="TResult">What a case gives.</typeparam>
public interface IStepCases<out TResult>
{
    /// <summary>Takes over an object that is on the target already.</summary>
    TResult AdoptObject(AdoptObject step);

    /// <summary>Makes a partner group.</summary>
    TResult CreateGroup(CreateGroup step);

    /// <summary>Has template terms built in the portal.</summary>
    TResult BuildTemplate(BuildTemplate step);

    /// <summary>Brings a partner into the program: by call, file or invitation.</summary>
    TResult CreatePartner(CreatePartner step);

    /// <summary>Sets the reference values of a partner that exists.</summary>
    TResult AmendPartner(AmendPartner step);

    /// <summary>Adds partners to a group.</summary>
    TResult JoinGroup(JoinGroup step);

    /// <summary>Takes partners out of a group.</summary>
    TResult LeaveGroup(LeaveGroup step);

    /// <summary>Accepts or declines an application.</summary>
    TResult DecideApplication(DecideApplication step);

    /// <summary>Sees to it that a partner has a contract with the planned terms: implied by the way the partner came in, or switched in the portal.</summary>
    TResult EstablishContract(EstablishContract step);

    /// <summary>Makes a deal.</summary>
    TResult CreateDeal(CreateDeal step);

    /// <summary>Makes a tracking link.</summary>
    TResult CreateLink(CreateLink step);

    /// <summary>Makes a promo code.</summary>
    TResult CreatePromoCode(CreatePromoCode step);

    /// <summary>Ends a promo code.</summary>
    TResult ExpirePromoCode(ExpirePromoCode step);

    /// <summary>Deletes a group.</summary>
    TResult DeleteGroup(DeleteGroup step);

    /// <summary>Deletes a deal.</summary>
    TResult DeleteDeal(DeleteDeal step);

    /// <summary>Drops the id map row of an adopted object.</summary>
    TResult ForgetObject(ForgetObject step);

    /// <summary>Says that something stays because nothing can undo it.</summary>
    TResult KeepObject(KeepObject step);
}
