import Models

extension DemoNotices {
    static let english = [
        DemoNotice(
            on: (2, 10), from: .dana, in: .en, isReminder: true,
            """
            # Annual accounts {pastYear}: what we need
            Hello,

            to prepare the annual accounts for {pastYear} we need by **28 February**:

            - balance confirmations from your main customers,
            - a list of pending court cases, even if there are none,
            - loan agreements signed during the year.

            Just reply here, one message per topic is easiest to follow.

            Dana Bar
            """),
        DemoNotice(
            on: (10, 7), from: .dana, in: .en, with: .deadlines,
            """
            # Deadlines this month, and a new one from January
            Hello,

            a one-page list of this month's deadlines is attached (in Polish, the dates speak for themselves).

            From January the register of fixed assets is sent to the tax office every year. **You need not do anything**,
            but please tell us about equipment you sold or scrapped since {pastYear}.

            Dana Bar
            """),
    ]

    static let hebrew = [
        DemoNotice(
            on: (1, 8), from: .dana, in: .he, isReminder: true,
            """
            # מסמכים לשנת {pastYear}
            שלום רב,

            לצורך הדוח השנתי נבקש עד **סוף ינואר**:

            - אישורי ניכוי מס במקור,
            - אישורים על הפקדות לפנסיה ולקרן השתלמות,
            - ספירת מלאי, אם יש.

            תודה,
            דנה בר
            """),
        DemoNotice(
            on: (5, 6), from: .dana, in: .he, isReminder: true,
            """
            # דיווח מע״מ דו־חודשי
            שלום רב,

            נא להעביר את כל החשבוניות עד **10 בחודש**. הדיווח והתשלום עד ה־15.

            אם לא היו הכנסות, די לענות כאן במשפט אחד.
            """),
        DemoNotice(
            on: (9, 3), from: .dana, in: .he,
            """
            # שעות העבודה בחגי תשרי
            שלום רב,

            בערבי החג ובחול המועד המשרד עובד **עד 13:00**. בעניין דחוף: ‎+48 600 100 200.

            חג שמח,
            דנה בר
            """),
    ]

    /// The newest one to the Israeli firms.
    static let hebrewAmounts = DemoNotice(
        from: .dana, in: .he, with: .report,
        """
        # סכומים לתשלום, {month}
        שלום רב,

        להלן הסכומים לתשלום עבור **{month}**; הדוח המלא בקובץ המצורף:

        - מע״מ: 4,210.00 ₪
        - מקדמות מס הכנסה: 1,180.00 ₪

        נא לאשר כאן שהסכומים נראים נכונים.

        דנה בר
        """)
}
