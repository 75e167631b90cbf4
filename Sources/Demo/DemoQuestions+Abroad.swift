extension DemoQuestions {
    static let english = DemoThread.parse(
        """
        # Invoice to a client in the UK
        C: We are about to invoice a company in Manchester for consulting. Do we add Polish VAT?
        O: No. For services to a business the place of supply is the UK. Please write "reverse charge" on the invoice and
        keep a proof that the client is a business.
        C: Clear, thank you.

        # Costs paid with a personal card
        C+invoice: I paid a software subscription with my own card by mistake. Can the company still book it?
        O: Yes. Attach the invoice and we will book it as owed to you; the company then transfers you the amount.

        # VAT for {month}
        C: Do you have everything for {month}?
        O: Almost: the invoice of {supplier} for {amount} is missing.
        C+invoice: Here it is.
        O: Thank you, complete now.

        # Annual accounts
        C: When will we see a draft of the annual accounts?
        O: Within three months of the end of the year. The shareholders have three more to approve them.
        C: Could we have a call about it before that?
        O: Of course, we will send a proposal for a time.

        # New employee from Ukraine
        C: We would like to hire a developer with a Ukrainian passport. What should we do first?
        O: Hire as usual and notify the labour office within seven days of the start. We do that for you, we only need a copy
        of the passport and the UKR status.
        """
    )

    static let hebrew = DemoThread.parse(
        """
        # חשבונית מספק חדש
        C: שלום דנה, קיבלתי חשבונית מספק חדש ואין עליה מספר עוסק. אפשר לקזז מע״מ?
        O: שלום, בלי מספר עוסק אי אפשר לקזז. בקשי ממנו חשבונית מתוקנת ושלחי אותה לכאן.
        C: ביקשתי, תודה.

        # מקדמות מס הכנסה
        C: כמה צריך לשלם מקדמה עבור {month}?
        O+report: הסכום מופיע בקובץ המצורף. התשלום עד ה־15 בחודש.
        C: שולם, תודה רבה.

        # נסיעה לכנס בחו״ל
        C: אני נוסעת לכנס בברלין לשלושה ימים. אילו הוצאות מוכרות?
        O: טיסה, לינה עד התקרה היומית והוצאות שהייה. שמרי את כל הקבלות.
        C: גם מוניות?
        O: כן, כנגד קבלה.

        # אישור ניכוי מס במקור
        C: הלקוח מבקש אישור ניכוי מס במקור מעודכן. אפשר לשלוח לי?
        O: האישור לשנת {year} זמין ומעודכן. הלקוח יכול לראות אותו גם באתר רשות המסים.

        # עובד ראשון
        C: אני רוצה להעסיק עובד ראשון בחצי משרה. מה צריך?
        O: צריך לפתוח תיק ניכויים, טופס 101 והסכם עבודה. נכין הכול השבוע.
        C: מצוין, אשלח את פרטי העובד מחר.

        # דוח לבנק
        C: הבנק מבקש מאזן בוחן לצורך הלוואה.
        O: נכין עד יום חמישי ונשלח לכאן.
        """
    )
}
